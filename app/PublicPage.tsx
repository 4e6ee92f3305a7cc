import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "./Wordmark";

/** The frame of pages that need no account. */
export function PublicPage({ wide, children }: { wide?: boolean; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="px-4 pt-6 sm:px-8">
        <Link href="/" className="inline-block rounded">
          <Wordmark />
        </Link>
      </header>
      <main className={`mx-auto w-full flex-1 px-4 py-10 ${wide ? "max-w-2xl" : "max-w-md"}`}>
        {children}
      </main>
    </div>
  );
}
