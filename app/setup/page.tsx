import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { isEmptyInstallation } from "@/lib/auth/users";
import { database } from "@/lib/db/client";
import { PublicPage } from "../PublicPage";
import { SetupForm } from "./SetupForm";

export const metadata: Metadata = { title: "Set up" };

/** Only while nobody has an account: whoever comes first becomes the admin. */
export default async function SetupPage() {
  if (!(await isEmptyInstallation(database()))) redirect("/sign-in");
  return (
    <PublicPage>
      <h1 className="font-serif text-3xl font-semibold">Set up Stet</h1>
      <p className="mt-2 mb-6 text-sm text-soft">
        Nobody has an account here yet. The first one is the admin’s; accounts for everyone else are made with{" "}
        <code>stet user</code>. An admin has no special say over reports: those always take a second person.
      </p>
      <SetupForm />
    </PublicPage>
  );
}
