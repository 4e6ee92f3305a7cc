import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { callerFromSession } from "@/lib/auth/pages";
import { isEmptyInstallation } from "@/lib/auth/users";
import { database } from "@/lib/db/client";
import { PublicPage } from "../PublicPage";
import { pathWithin } from "./pathWithin";
import { SignInForm } from "./SignInForm";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ callbackUrl?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const next = pathWithin((await searchParams).callbackUrl);
  if (await callerFromSession()) redirect(next);
  if (await isEmptyInstallation(database())) redirect("/setup");
  return (
    <PublicPage>
      <h1 className="font-serif text-3xl font-semibold">Sign in</h1>
      <p className="mt-2 mb-6 text-sm text-soft">
        No account, or a forgotten password? Ask whoever looks after this Stet.
      </p>
      <SignInForm next={next} />
      <p className="mt-10 border-t border-line pt-4 text-sm text-soft">
        Holding an exported report?{" "}
        <Link href="/verify" className="stet-link">
          Check whether it is what was signed
        </Link>
        . That needs no account.
      </p>
    </PublicPage>
  );
}
