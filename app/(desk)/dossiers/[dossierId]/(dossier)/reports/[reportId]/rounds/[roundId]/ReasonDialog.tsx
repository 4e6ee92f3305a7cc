"use client";

import { type FormEvent, useId } from "react";
import type { ApiError } from "@/lib/http/client";
import { Button } from "@/lib/ui/Button";
import { Dialog } from "@/lib/ui/Dialog";
import { Field } from "@/lib/ui/Field";
import { Textarea } from "@/lib/ui/Textarea";
import { ErrorNotice } from "../../../../../../../../ErrorNotice";

type Props = {
  title: string;
  hint: string;
  confirm: string;
  busy: boolean;
  error: ApiError | null;
  onClose: () => void;
  onReason: (reason: string) => void;
};

/** Asks why something goes back: nothing is returned without a reason. */
export function ReasonDialog({ title, hint, confirm, busy, error, onClose, onReason }: Props) {
  const formId = useId();
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onReason(String(new FormData(event.currentTarget).get("reason")).trim());
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} look="primary" busy={busy}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <ErrorNotice error={error} kept="Your reason is still here." />
        <Field label="Reason" hint={hint} required>
          <Textarea name="reason" maxLength={2000} autoFocus />
        </Field>
      </form>
    </Dialog>
  );
}
