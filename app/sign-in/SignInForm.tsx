"use client";

import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { Button } from "@/lib/ui/Button";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";
import { Notice } from "@/lib/ui/Notice";

const refusals: Record<string, string> = {
  CredentialsSignin: "The e-mail address and the password do not belong together. Check both and try again.",
  rate_limited: "There were too many attempts. Wait a few minutes, then try again.",
};

/** E-mail and password; what was typed stays when it was refused. */
export function SignInForm({ next }: { next: string }) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setRefusal(null);
    const answer = await signIn("credentials", {
      redirect: false,
      email: form.get("email"),
      password: form.get("password"),
    }).catch(() => undefined);
    // A whole new page: what was rendered for nobody is not reused for somebody.
    if (answer?.ok && !answer.error) return window.location.assign(next);
    setBusy(false);
    setRefusal(
      answer?.error
        ? (refusals[answer.error] ?? "Signing in failed on the server. Try again in a moment.")
        : "Stet cannot be reached. Check the connection and try again.",
    );
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      {refusal && (
        <Notice tone="danger" role="alert" title="Not signed in">
          {refusal}
        </Notice>
      )}
      <Field label="E-mail" required>
        <Input name="email" type="email" autoComplete="username" spellCheck={false} autoCapitalize="none" />
      </Field>
      <Field label="Password" required>
        <Input name="password" type="password" autoComplete="current-password" />
      </Field>
      <Button type="submit" look="primary" busy={busy} className="justify-center">
        Sign in
      </Button>
    </form>
  );
}
