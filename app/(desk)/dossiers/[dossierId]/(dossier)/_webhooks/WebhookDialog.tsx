"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "@/lib/ui/Button";
import { Checkbox } from "@/lib/ui/Checkbox";
import { Dialog, DialogClose } from "@/lib/ui/Dialog";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";
import type { Webhook } from "@/lib/webhooks/schema";
import { ErrorNotice } from "../../../../../ErrorNotice";
import { useAction } from "../../../../../useAction";
import { eventGroups, eventVerb } from "./eventWords";

type Wanted = Pick<Webhook, "url" | "description" | "types">;
type Props = {
  trigger: ReactNode;
  title: string;
  confirm: string;
  webhook?: Wanted;
  save: (wanted: Wanted) => Promise<void>;
};

/** Asks where to and what of. */
export function WebhookDialog({ trigger, title, confirm, webhook, save }: Props) {
  const formId = useId();
  const [isOpen, setOpen] = useState(false);
  const [onlySome, setOnlySome] = useState((webhook?.types.length ?? 0) > 0);
  const { busy, error, run } = useAction();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const types = onlySome ? form.getAll("types").map(String) : [];
    const said = (name: string) => String(form.get(name) ?? "").trim();
    const done = await run(async () => {
      await save({ url: said("url"), description: said("description"), types });
      return true;
    });
    if (done) setOpen(false);
  }
  const isUrlError = error?.field === "url";
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={trigger}
      title={title}
      footer={
        <>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" form={formId} look="primary" busy={busy}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        {!isUrlError && <ErrorNotice error={error} kept="What you typed is still here." />}
        <Field
          label="Address"
          required
          error={isUrlError ? error.message : undefined}
          hint="It begins with https://"
        >
          <Input name="url" type="url" dir="ltr" maxLength={2000} defaultValue={webhook?.url} autoFocus />
        </Field>
        <Field label="What it is for" required={false}>
          <Input name="description" dir="auto" maxLength={500} defaultValue={webhook?.description} />
        </Field>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-sm font-medium">What it hears of</legend>
          {[false, true].map((some) => (
            <label key={String(some)} className="flex items-center gap-2.5 text-sm">
              <input
                type="radio"
                name="which"
                className="accent-accent"
                checked={onlySome === some}
                onChange={() => setOnlySome(some)}
              />
              {some ? "Only some of it" : "Everything in the journal"}
            </label>
          ))}
        </fieldset>
        {onlySome && (
          <div className="flex flex-col gap-3 border-s-2 border-line ps-3">
            {eventGroups.map(({ noun, events }) => (
              <fieldset key={noun}>
                <legend className="text-xs font-semibold text-soft">{noun}</legend>
                <div className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
                  {events.map((event) => (
                    <Checkbox
                      key={event}
                      name="types"
                      value={event}
                      defaultChecked={webhook?.types.includes(event)}
                      label={eventVerb(event)}
                    />
                  ))}
                </div>
              </fieldset>
            ))}
          </div>
        )}
      </form>
    </Dialog>
  );
}
