"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { uuidv7 } from "uuidv7";
import { api } from "@/lib/http/client";
import { useDossier } from "@/lib/live/useDossier";
import type { Report } from "@/lib/reports/schema";
import { Button } from "@/lib/ui/Button";
import { Dialog, DialogClose } from "@/lib/ui/Dialog";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";
import { ErrorNotice } from "../../../../ErrorNotice";
import { useAction } from "../../../../useAction";

/** Asks for a title, makes a report of every article, and goes there. */
export function CreateReport() {
  const router = useRouter();
  const formId = useId();
  const dossierId = useDossier((state) => state.dossier.id);
  const { busy, error, run } = useAction();
  const [id] = useState(uuidv7);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const title = new FormData(event.currentTarget).get("title");
    const made = await run(() => api.post<Report>(`/api/dossiers/${dossierId}/reports`, { id, title }));
    if (made) router.push(`/dossiers/${dossierId}/reports/${made.id}`);
  }

  return (
    <Dialog
      trigger={
        <Button look="primary">
          <Plus aria-hidden size={16} /> New report
        </Button>
      }
      title="New report"
      description="It starts with every article of the dossier; you can leave some out afterwards."
      footer={
        <>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" form={formId} look="primary" busy={busy}>
            Create the report
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <ErrorNotice error={error?.field === "title" ? null : error} kept="The title is still here." />
        <Field label="Title" required error={error?.field === "title" ? error.message : undefined}>
          <Input name="title" dir="auto" maxLength={300} autoFocus />
        </Field>
      </form>
    </Dialog>
  );
}
