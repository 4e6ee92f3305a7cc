"use client";

import type { FormEvent } from "react";
import { api } from "@/lib/http/client";
import type { Round } from "@/lib/reviews/schema";
import { Button } from "@/lib/ui/Button";
import { Field } from "@/lib/ui/Field";
import { Textarea } from "@/lib/ui/Textarea";
import { ErrorNotice } from "../../../../../../../../ErrorNotice";
import { useAction } from "../../../../../../../../useAction";
import { besidePassword, PasswordField } from "./PasswordField";

const defaultStatement =
  "I have read each item of this report against its passage and its evidence. I made none of it, and I stand by its publication as frozen in this round.";

/** Takes a signature: the words that are signed, and the password of whoever signs. */
export function SignForm({ round }: { round: Round }) {
  const { busy, error, run } = useAction();

  async function sign(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const { contentHash } = round;
    const signature = {
      contentHash,
      statement: String(data.get("statement")).trim(),
      password: data.get("password"),
    };
    const done = await run(() => api.post<Round>(`/api/rounds/${round.id}/sign-offs`, signature));
    const password = form.elements.namedItem("password");
    if (!done && password instanceof HTMLInputElement) {
      password.value = "";
      password.focus();
    }
  }
  return (
    <form onSubmit={sign} className="flex flex-col gap-4">
      <ErrorNotice error={besidePassword(error)} kept="Nothing was signed; your statement is still here." />
      <Field
        label="Your statement"
        hint="Signed with your name and the time, and shown in every export. Change it to what you can say."
        required
      >
        <Textarea name="statement" defaultValue={defaultStatement} maxLength={2000} />
      </Field>
      <PasswordField error={error} />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          Sign round {round.number}
        </Button>
      </div>
    </form>
  );
}
