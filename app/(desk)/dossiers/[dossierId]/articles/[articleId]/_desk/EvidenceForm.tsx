"use client";

import { type ClipboardEvent, type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { asWebAddress, hostOf } from "@/lib/evidence/addresses";
import { locatorInUrl, tidyLocator } from "@/lib/evidence/locators";
import { knownSources } from "@/lib/evidence/model";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";
import { Kbd } from "@/lib/ui/Kbd";
import { Notice } from "@/lib/ui/Notice";
import { Select } from "@/lib/ui/Select";
import { Textarea } from "@/lib/ui/Textarea";
import { type EvidenceDetails, type EvidenceDraft, type EvidenceErrors, readDraft } from "./evidenceDraft";
import { StanceChoice } from "./StanceChoice";
import { type KeptEvidence, type SentEvidence, useEvidenceDraft } from "./useEvidenceDraft";

/**
 * A source to fill in: pasting an address anywhere fills it in, titles and addresses used before are offered, and what
 * the address itself says of the place. Ctrl or Cmd with Enter saves; Escape closes and keeps what was typed.
 */
export function EvidenceForm(props: {
  draftKey: string;
  initial: KeptEvidence;
  refusal: string | null;
  onSave: (details: EvidenceDetails, opened: EvidenceDetails | null, sent: SentEvidence) => void;
  onClose: () => void;
}) {
  const { draftKey, initial, refusal, onSave, onClose } = props;
  const { draft, opened, change, forget, send } = useEvidenceDraft(draftKey, initial);
  const retrievedAt = opened?.retrievedAt ?? null;
  const [errors, setErrors] = useState<EvidenceErrors>({});
  const title = useRef<HTMLInputElement>(null);
  const listId = useId();
  const evidence = useDossier((state) => state.evidence);
  const known = useMemo(() => knownSources(evidence), [evidence]);
  const errorOf = (field: keyof EvidenceDraft) => readDraft(draft, retrievedAt, new Date()).errors?.[field];
  const check = (field: keyof EvidenceDraft) => () =>
    setErrors((now) => ({ ...now, [field]: errorOf(field) }));
  const address = asWebAddress(draft.url);
  const offered =
    tidyLocator(draft.locator) ?? (draft.locator === "" && address ? locatorInUrl(address) : null);

  const setUrl = (url: string) => {
    const before = known.find((one) => one.url === asWebAddress(url));
    change(before && draft.title === "" ? { url, title: before.title } : { url });
  };
  const paste = (event: ClipboardEvent) => {
    const url = asWebAddress(event.clipboardData.getData("text/plain"));
    const isInUrl = event.target instanceof HTMLInputElement && event.target.name === "url";
    if (!url || (!isInUrl && draft.url !== "")) return;
    event.preventDefault();
    setUrl(url);
    setErrors((now) => ({ ...now, url: undefined }));
    title.current?.focus();
  };
  const save = () => {
    const { details, errors: found } = readDraft(draft, retrievedAt, new Date());
    setErrors(found ?? {});
    if (!details) return;
    onSave(details, opened, send());
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <form
      aria-label="Evidence"
      noValidate
      className="mt-2 flex flex-col gap-3 rounded-md border border-line bg-paper p-2.5"
      onPaste={paste}
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <StanceChoice stance={draft.stance} onStance={(stance) => change({ stance })} />
      <Field label="Address" required={false} error={errors.url} hint={address ? hostOf(address) : undefined}>
        <Input
          name="url"
          type="url"
          inputMode="url"
          dir="ltr"
          autoFocus
          autoComplete="off"
          placeholder="https://…"
          list={`${listId}-urls`}
          value={draft.url}
          onChange={(event) => setUrl(event.target.value)}
          onBlur={check("url")}
        />
      </Field>
      <Field label="Title" required error={errors.title}>
        <Input
          ref={title}
          name="title"
          dir="auto"
          autoComplete="off"
          list={`${listId}-titles`}
          value={draft.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </Field>
      <div>
        <Field label="Locator" required={false} hint="Page, paragraph or timecode" error={errors.locator}>
          <Input
            name="locator"
            dir="auto"
            autoComplete="off"
            placeholder="p. 3, ¶ 4, 00:12:31"
            value={draft.locator}
            onChange={(event) => change({ locator: event.target.value })}
            onBlur={check("locator")}
          />
        </Field>
        {offered && (
          <Button size="sm" className="mt-1" onClick={() => change({ locator: offered })}>
            Write it as {offered}
          </Button>
        )}
      </div>
      <div className="grid grid-cols-2 gap-2">
        <Field label="Tier">
          <Select
            value={draft.tier}
            onChange={(event) => change({ tier: event.target.value as EvidenceDraft["tier"] })}
          >
            <option value="">Not said</option>
            <option value="primary">Primary</option>
            <option value="secondary">Secondary</option>
            <option value="tertiary">Tertiary</option>
          </Select>
        </Field>
        <Field label="Retrieved" error={errors.retrievedOn}>
          <Input
            type="date"
            value={draft.retrievedOn}
            onChange={(event) => change({ retrievedOn: event.target.value })}
            onBlur={check("retrievedOn")}
          />
        </Field>
      </div>
      <Field label="Note" required={false} error={errors.note}>
        <Textarea
          className="min-h-12"
          rows={2}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
          onBlur={check("note")}
        />
      </Field>
      <datalist id={`${listId}-urls`}>
        {known.map(({ url, title: name }) => url && <option key={url} value={url} label={name} />)}
      </datalist>
      <datalist id={`${listId}-titles`}>
        {[...new Set(known.map((one) => one.title))].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {refusal && (
        <Notice tone="danger" role="alert">
          {refusal} What you typed is kept here.
        </Notice>
      )}
      <div className="flex items-center justify-end gap-1.5">
        <span className="me-auto text-xs text-soft">
          <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
        </span>
        <Button
          size="sm"
          look="quiet"
          onClick={() => {
            forget();
            onClose();
          }}
        >
          Cancel
        </Button>
        <Button size="sm" look="primary" type="submit">
          Save
        </Button>
      </div>
    </form>
  );
}
