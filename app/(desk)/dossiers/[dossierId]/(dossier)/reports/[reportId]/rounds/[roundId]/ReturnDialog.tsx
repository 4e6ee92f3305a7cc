"use client";

import { type FormEvent, useId, useMemo } from "react";
import { wordDifference } from "@/lib/reviews/wordDifference";
import { Button } from "@/lib/ui/Button";
import { Dialog } from "@/lib/ui/Dialog";
import { Field } from "@/lib/ui/Field";
import { Textarea } from "@/lib/ui/Textarea";
import { useTypedText } from "../../../../../../../_talk/useTypedText";
import type { ReviewItem } from "./reviewItems";
import { StretchesRead } from "./StretchesRead";

type Props = {
  item: ReviewItem;
  roundId: string;
  /** What was said when it was returned before, to be said anew. */
  initial: { reason: string; suggestion: string };
  onClose: () => void;
  onReturn: (reason: string, suggestion: string) => Promise<boolean>;
};

/** Asks why an item goes back, and takes a suggested wording. What is typed is kept until it is sent. */
export function ReturnDialog({ item, roundId, initial, onClose, onReturn }: Props) {
  const formId = useId();
  const on = { type: item.type, id: item.id };
  const said = saidBy(item);
  const place = `return:${roundId}:${item.id}`;
  const reason = useTypedText(place, initial.reason, on);
  const suggestion = useTypedText(`${place}:suggestion`, initial.suggestion || said.text, on);
  const isSuggesting = suggestion.text.trim() !== "" && suggestion.text !== said.text;
  const shown = useMemo(
    () => (isSuggesting ? wordDifference(said.text, suggestion.text) : []),
    [isSuggesting, said.text, suggestion.text],
  );
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (reason.text.trim() === "") return;
    const [why, instead] = [reason.text.trim(), isSuggesting ? suggestion.text.trim() : ""];
    onClose();
    if (!(await onReturn(why, instead))) return;
    reason.clear();
    suggestion.clear();
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Return this item"
      description="Your reason becomes a comment on it, and so reaches whoever made it."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} look="primary">
            Return it
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Reason" required>
          <Textarea
            name="reason"
            maxLength={2000}
            autoFocus
            value={reason.text}
            onChange={(event) => reason.type(event.target.value)}
          />
        </Field>
        <Field
          label={`Suggested ${said.name}`}
          required={false}
          hint={`How you would write the ${said.name}. Left as it is, nothing is suggested.`}
        >
          <Textarea
            name="suggestion"
            maxLength={10_000}
            value={suggestion.text}
            onChange={(event) => suggestion.type(event.target.value)}
          />
        </Field>
        {isSuggesting && (
          <div className="rounded-md bg-sunken px-3 py-2 text-sm">
            <StretchesRead stretches={shown} />
          </div>
        )}
      </form>
    </Dialog>
  );
}

/** What a suggestion is a suggestion of. */
export function saidBy(item: ReviewItem): { name: "note" | "reasons"; text: string } {
  return item.type === "annotation"
    ? { name: "note", text: item.passage.annotation.note }
    : { name: "reasons", text: item.link.rationale };
}
