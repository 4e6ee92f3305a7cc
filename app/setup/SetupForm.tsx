"use client";

import { signIn } from "next-auth/react";
import type { FormEvent } from "react";
import { api } from "@/lib/http/client";
import { Button } from "@/lib/ui/Button";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";
import { ErrorNotice } from "../ErrorNotice";
import { useAction } from "../useAction";

/** Makes the admin of an empty installation and signs them in. */
export function SetupForm() {
  const { busy, error, run } = useAction();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { name, email, password } = Object.fromEntries(new FormData(event.currentTarget));
    await run(async () => {
      await api.post("/api/setup", { name, email, password });
      await signIn("credentials", { redirect: false, email, password });
      window.location.assign("/dossiers");
    });
  }
  const errorOf = (field: string) => (error?.field === field ? error.message : undefined);
  const isElsewhere = !["name", "email", "password"].includes(error?.field ?? "");

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      {isElsewhere && <ErrorNotice error={error} kept="Nothing was stored." />}
      <Field label="Your name" required error={errorOf("name")}>
        <Input name="name" autoComplete="name" />
      </Field>
      <Field label="E-mail" required error={errorOf("email")}>
        <Input name="email" type="email" autoComplete="username" spellCheck={false} autoCapitalize="none" />
      </Field>
      <Field
        label="Password"
        required
        hint="At least 12 characters. A sentence is good."
        error={errorOf("password")}
      >
        <Input name="password" type="password" autoComplete="new-password" minLength={12} maxLength={200} />
      </Field>
      <Button type="submit" look="primary" busy={busy} className="justify-center">
        Create the admin account
      </Button>
    </form>
  );
}
