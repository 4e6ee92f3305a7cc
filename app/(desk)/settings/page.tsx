import type { Metadata } from "next";
import { PageHeader } from "@/lib/ui/PageHeader";
import { KeySettings } from "./KeySettings";
import { SnapChoice } from "./SnapChoice";

export const metadata: Metadata = { title: "Settings" };

export default function SettingsPage() {
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-8 sm:px-6">
      <PageHeader title="Settings">
        Yours alone, on every machine you sign in on. Saved as you change them.
      </PageHeader>
      <SnapChoice />
      <KeySettings />
    </div>
  );
}
