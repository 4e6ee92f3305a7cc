"use client";

import type { ApiError } from "@/lib/http/client";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";

/** Asks for one's password again, where a name is put under something. */
export function PasswordField({ error }: { error: ApiError | null }) {
  return (
    <Field
      label="Your password"
      hint="Asked again, so that nobody signs for you at a screen you left open."
      error={error?.field === "password" ? error.message : undefined}
      required
    >
      <Input
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={200}
        className="max-w-xs"
      />
    </Field>
  );
}

/** An error that no field shows. */
export function besidePassword(error: ApiError | null): ApiError | null {
  return error?.field === "password" ? null : error;
}
