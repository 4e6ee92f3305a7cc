"use client";

import { type FormEvent, useId, useState } from "react";
import { api } from "@/lib/http/client";
import type { HeldSignOff, Round } from "@/lib/reviews/schema";
import { Button } from "@/lib/ui/Button";
import { Dialog } from "@/lib/ui/Dialog";
import { Field } from "@/lib/ui/Field";
import { Textarea } from "@/lib/ui/Textarea";
import { ErrorNotice } from "../../../../../../../../ErrorNotice";
import { useAction } from "../../../../../../../../useAction";
import { besidePassword, PasswordField } from "./PasswordField";

/** Takes a sign-off back, with a reason that stays on record. */
export function WithdrawSignOff({ signOff }: { signOff: HeldSignOff }) {
  const [open, setOpen] = useState(false);
  const formId = useId();
  const { busy, error, run, clear } = useAction();

  async function withdraw(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const withdrawal = { reason: String(data.get("reason")).trim(), password: data.get("password") };
    const done = await run(() => api.post<Round>(`/api/sign-offs/${signOff.id}/withdrawal`, withdrawal));
    if (done) setOpen(false);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(to) => {
        clear();
        setOpen(to);
      }}
      trigger={<Button size="sm">Withdraw…</Button>}
      title={`Withdraw the sign-off of ${signOff.signed.reviewer.name}`}
      description="The sign-off stays on record, struck through with your reason, and exports of this round say that it was withdrawn. The report goes back to its editors."
      footer={
        <>
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button type="submit" form={formId} look="primary" busy={busy}>
            Withdraw the sign-off
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={withdraw} className="flex flex-col gap-4">
        <ErrorNotice error={besidePassword(error)} kept="Nothing was withdrawn; your reason is still here." />
        <Field label="Reason" hint="Read by everyone who has this round, in exports too." required>
          <Textarea name="reason" maxLength={2000} autoFocus />
        </Field>
        <PasswordField error={error} />
      </form>
    </Dialog>
  );
}
