"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAction } from "@/app/useAction";
import { api } from "@/lib/http/client";
import { endsDigest } from "@/lib/links/ends";
import { type LinkStatus, severitySchema } from "@/lib/links/relations";
import type { BoardRow, ChangedLink } from "@/lib/links/schema";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { Dialog } from "@/lib/ui/Dialog";
import { Field } from "@/lib/ui/Field";
import { Notice } from "@/lib/ui/Notice";
import { Select } from "@/lib/ui/Select";
import { Textarea } from "@/lib/ui/Textarea";
import { counted, linkStatusWords, severityWords } from "../../../../words";
import { decisions } from "./decisions";

/** What is to be decided: a status right away, or whatever is chosen in the form. */
export type Deciding = { rows: readonly BoardRow[]; status: LinkStatus | null };

type Props = {
  deciding: Deciding;
  /** With the ids of the links that were changed; none when nothing was. */
  onDone: (saved: readonly string[]) => void;
};

/** One decision with its reason, over one link or many. Those changed by others meanwhile are named, not overwritten. */
export function DecideDialog({ deciding, onDone }: Props) {
  // What is decided about is what stood there when the dialog was opened.
  const links = deciding.rows;
  const dossierId = useDossier((state) => state.dossier.id);
  const members = useDossier((state) => Object.values(state.members));
  const [status, setStatus] = useState<LinkStatus | "">(deciding.status ?? "");
  const [reason, setReason] = useState("");
  const [owner, setOwner] = useState("");
  const [severity, setSeverity] = useState("");
  const [left, setLeft] = useState<readonly string[]>([]);
  const [done, setDone] = useState<readonly string[]>([]);
  const { busy, error, run } = useAction();
  const save = async () => {
    const items = links.map(({ link: { id, version }, from, to }) => ({
      ...{ id, version, endsDigest: endsDigest(from.annotation, to.annotation) },
    }));
    const change = {
      ...(status && { status, statusReason: reason }),
      ...(owner && { owner: owner === "none" ? null : owner }),
      ...(severity && { severity: severity === "none" ? null : severity }),
    };
    const answer = await run(() =>
      api.patch<{ items: ChangedLink[] }>(`/api/dossiers/${dossierId}/links`, { items, change }),
    );
    if (!answer) return;
    const refused = answer.items.flatMap((one) => ("refusal" in one ? [one.refusal.message] : []));
    const saved = answer.items.flatMap((one) => ("refusal" in one ? [] : [one.id]));
    if (saved.length > 0) toast.success(`${counted(saved.length, "link")} changed`);
    if (refused.length === 0) return onDone(saved);
    setDone(saved);
    setLeft(refused);
  };
  const verb = decisions.find((one) => one.status === deciding.status)?.verb;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onDone(done)}
      title={`${verb ?? "Change"} ${links.length === 1 ? "this link" : counted(links.length, "link")}`}
      description={
        status ? "The reason stays in the link’s history." : "What is left as it is stays as it is."
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {!deciding.status && (
          <div className="grid gap-3 sm:grid-cols-3">
            <Field label="Status">
              <Select value={status} onChange={(event) => setStatus(event.target.value as LinkStatus | "")}>
                <option value="">As it is</option>
                {decisions.map((one) => (
                  <option key={one.status} value={one.status}>
                    {linkStatusWords[one.status].words}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label="Owner">
              <Select value={owner} onChange={(event) => setOwner(event.target.value)}>
                <option value="">As it is</option>
                <option value="none">Nobody</option>
                {members.map(({ userId, name }) => (
                  <option key={userId} value={userId}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label="Severity">
              <Select value={severity} onChange={(event) => setSeverity(event.target.value)}>
                <option value="">As it is</option>
                <option value="none">Not said</option>
                {severitySchema.options.map((one) => (
                  <option key={one} value={one}>
                    {severityWords[one]}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
        )}
        {status && (
          <Field
            label="Reason"
            error={error?.field === "statusReason" ? error.message : undefined}
            hint="Required: whoever reads this later wants to know why."
          >
            <Textarea
              autoFocus
              value={reason}
              maxLength={2_000}
              onChange={(event) => setReason(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
                event.preventDefault();
                void save();
              }}
            />
          </Field>
        )}
        {error && error.field !== "statusReason" && (
          <Notice tone="danger" role="alert">
            {error.message}
          </Notice>
        )}
        {left.length > 0 && (
          <Notice tone="warn" role="alert" title={`${counted(left.length, "link")} not changed`}>
            <ul>
              {[...new Set(left)].map((message) => (
                <li key={message}>
                  {message} {counted(left.filter((one) => one === message).length, "link")}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={() => onDone(done)}>
            {left.length > 0 ? "Close" : "Cancel"}
          </Button>
          {left.length === 0 && (
            <Button type="submit" look="primary" busy={busy} disabled={!(status || owner || severity)}>
              {verb ?? "Change"}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
