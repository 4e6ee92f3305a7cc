"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { uuidv7 } from "uuidv7";
import type { Dossier } from "@/lib/dossiers/schema";
import { api } from "@/lib/http/client";
import { Button } from "@/lib/ui/Button";
import { Checkbox } from "@/lib/ui/Checkbox";
import { Dialog, DialogClose } from "@/lib/ui/Dialog";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";
import { Select } from "@/lib/ui/Select";
import { Textarea } from "@/lib/ui/Textarea";
import { ErrorNotice } from "../../ErrorNotice";
import { useAction } from "../../useAction";

/** Asks for a new dossier's name and rules, makes it and goes there. */
export function CreateDossier() {
  const router = useRouter();
  const formId = useId();
  const { busy, error, run } = useAction();
  // Kept over tries: a repeated create is then the same success.
  const [id] = useState(uuidv7);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const made = await run(() =>
      api.post<Dossier>("/api/dossiers", {
        id,
        title: form.get("title"),
        description: form.get("description"),
        signOffsRequired: Number(form.get("signOffsRequired")),
        requireCoverage: form.get("requireCoverage") === "on",
      }),
    );
    if (made) router.push(`/dossiers/${made.id}`);
  }

  return (
    <Dialog
      trigger={
        <Button look="primary">
          <Plus aria-hidden size={16} /> New dossier
        </Button>
      }
      title="New dossier"
      description="You become its owner and can add people to it."
      footer={
        <>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" form={formId} look="primary" busy={busy}>
            Create the dossier
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <ErrorNotice error={error?.field === "title" ? null : error} kept="What you typed is still here." />
        <Field label="Title" required error={error?.field === "title" ? error.message : undefined}>
          <Input name="title" maxLength={200} autoFocus />
        </Field>
        <Field label="What it is about" required={false}>
          <Textarea name="description" maxLength={5000} />
        </Field>
        <Field label="Sign-offs a report needs" hint="From people who made nothing in the report.">
          <Select name="signOffsRequired" defaultValue="1">
            <option value="1">One</option>
            <option value="2">Two, from different people</option>
          </Select>
        </Field>
        <Checkbox
          name="requireCoverage"
          label="Every sentence must be looked at"
          hint="A report can only be submitted when each sentence is annotated or marked “nothing to check”, or with a written reason."
        />
      </form>
    </Dialog>
  );
}
