"use client";

import { type FormEvent, useId, useState } from "react";
import { api } from "@/lib/http/client";
import type { Round } from "@/lib/reviews/schema";
import type { SignedCorrection } from "@/lib/reviews/statement";
import { Button } from "@/lib/ui/Button";
import { Dialog } from "@/lib/ui/Dialog";
import { Field } from "@/lib/ui/Field";
import { Select } from "@/lib/ui/Select";
import { Textarea } from "@/lib/ui/Textarea";
import { ErrorNotice } from "../../../../../../../../ErrorNotice";
import { useAction } from "../../../../../../../../useAction";
import type { Frozen } from "./frozen";

const groups = { annotation: "Passages", link: "Links" } as const;

/** Puts on record what was wrong in what was signed, and what is right. */
export function AddCorrection({ round, frozen }: { round: Round; frozen: Frozen }) {
  const [open, setOpen] = useState(false);
  const formId = useId();
  const { busy, error, run, clear } = useAction();

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const said = (name: string) => String(data.get(name)).trim();
    const thing = frozen.things.find(({ id }) => id === data.get("on"));
    if (!thing) return;
    const on = { type: thing.type, id: thing.id };
    const correction = { on, wrong: said("wrong"), correct: said("correct") };
    const path = `/api/rounds/${round.id}/corrections`;
    if (await run(() => api.post<SignedCorrection>(path, correction))) setOpen(false);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(to) => {
        clear();
        setOpen(to);
      }}
      trigger={<Button size="sm">Add a correction…</Button>}
      title={`Correct what was signed in round ${round.number}`}
      description="What was signed stays as it is. The correction stands beside it, with your name and the time, in every export from now on. It cannot be taken back."
      footer={
        <>
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button type="submit" form={formId} look="primary" busy={busy}>
            Add the correction
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={add} className="flex flex-col gap-4">
        <ErrorNotice error={error} kept="Your words are still here." />
        <Field label="What it is about" required>
          <Select name="on" className="w-full">
            <option value={frozen.things[0]?.id}>The report as a whole, or its memo</option>
            {(["annotation", "link"] as const).map((type) => (
              <optgroup key={type} label={groups[type]}>
                {frozen.things
                  .filter((thing) => thing.type === type)
                  .map(({ id, words }) => (
                    <option key={id} value={id}>
                      {words}
                    </option>
                  ))}
              </optgroup>
            ))}
          </Select>
        </Field>
        <Field label="What was wrong" required>
          <Textarea name="wrong" maxLength={5000} rows={3} />
        </Field>
        <Field label="What is right" required>
          <Textarea name="correct" maxLength={5000} rows={3} />
        </Field>
      </form>
    </Dialog>
  );
}
