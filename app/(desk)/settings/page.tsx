import type { Metadata } from "next";
import { pageContext } from "@/lib/auth/pages";
import { smtpSettings } from "@/lib/digests/smtpSettings";
import { PageHeader } from "@/lib/ui/PageHeader";
import { KeySettings } from "./KeySettings";
import { MailChoice } from "./MailChoice";
import { SnapChoice } from "./SnapChoice";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const { caller } = await pageContext();
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-8 sm:px-6">
      <PageHeader title="Settings">
        Yours alone, on every machine you sign in on. Saved as you change them.
      </PageHeader>
      <MailChoice sendsMail={smtpSettings() !== null} address={caller.email} />
      <SnapChoice />
      <KeySettings />
    </div>
  );
}
