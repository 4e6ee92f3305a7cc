import type { ReactNode } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import { Button } from "@/lib/ui/Button";
import { Notice } from "@/lib/ui/Notice";
import { LinkFields } from "./LinkFields";
import type { LinkForm } from "./useLinkForm";

/** The form of a link that is changed in place: a refused change keeps what was typed. */
export function LinkFormFields(props: {
  form: LinkForm;
  ends: { from: Annotation; to: Annotation } | null;
  /** What else can be done about a refusal. */
  instead?: ReactNode;
}) {
  const { form, ends, instead } = props;
  return (
    <form
      className="mt-3 flex flex-col gap-3 rounded-md border border-line bg-paper p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      {form.cameBack && (
        <p className="text-xs text-soft">What you had typed here is back. It is not saved.</p>
      )}
      <LinkFields details={form.details} onDetails={form.type} ends={ends} />
      {form.refusal && (
        <Notice tone="danger" role="alert" actions={instead}>
          {form.refusal.message} What you typed is kept here.
        </Notice>
      )}
      <div className="flex justify-end gap-2">
        <Button size="sm" look="quiet" onClick={form.cancel}>
          Cancel
        </Button>
        <Button size="sm" look="primary" type="submit" busy={form.busy}>
          Save link
        </Button>
      </div>
    </form>
  );
}
