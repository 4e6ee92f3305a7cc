"use client";

import type { FormEvent } from "react";
import { toast } from "sonner";
import { roles } from "@/lib/auth/policy";
import type { Member } from "@/lib/dossiers/schema";
import { api } from "@/lib/http/client";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";
import { Select } from "@/lib/ui/Select";
import { ErrorNotice } from "../../../../ErrorNotice";
import { useAction } from "../../../../useAction";
import { roleWords } from "../../../words";

/** Adds someone who has an account, by e-mail address. */
export function AddMember() {
  const dossierId = useDossier((state) => state.dossier.id);
  const { busy, error, run } = useAction();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const { email, role } = Object.fromEntries(new FormData(form));
    const added = await run(() => api.post<Member>(`/api/dossiers/${dossierId}/members`, { email, role }));
    if (!added) return;
    form.reset();
    toast.success(`${added.name} is in this dossier now.`);
  }
  const isEmailError = error?.field === "email";

  return (
    <form onSubmit={submit} className="stet-card flex flex-col gap-3 p-4">
      <h2 className="text-sm font-semibold">Add someone</h2>
      {!isEmailError && <ErrorNotice error={error} kept="The address is still here." />}
      <div className="flex flex-wrap items-end gap-3">
        <Field
          label="E-mail of their account"
          required
          className="flex-1 basis-60"
          error={isEmailError ? error.message : undefined}
        >
          <Input name="email" type="email" autoComplete="off" />
        </Field>
        <Field label="Role">
          <Select name="role" defaultValue="editor">
            {roles.map((role) => (
              <option key={role} value={role}>
                {`${roleWords[role].name}: ${roleWords[role].can}`}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" look="primary" busy={busy}>
          Add
        </Button>
      </div>
    </form>
  );
}
