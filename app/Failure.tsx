"use client";

import Link from "next/link";
import { useEffect } from "react";
import { Button } from "@/lib/ui/Button";

/** A page that broke: what happened, what is kept, what to do. */
export function Failure({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  useEffect(() => console.error(error), [error]);
  return (
    <div role="alert" className="mx-auto max-w-xl px-4 py-16">
      <h1 className="font-serif text-3xl font-semibold">This page broke</h1>
      <p className="mt-3 text-soft">
        Something went wrong on our side while showing it. Everything saved before is kept. Try again; if it
        keeps happening, tell whoever looks after this Stet
        {error.digest ? `, with the number ${error.digest}` : ""}.
      </p>
      <div className="mt-6 flex flex-wrap gap-2">
        <Button look="primary" onClick={retry}>
          Try again
        </Button>
        <Button asChild>
          <Link href="/dossiers">Go to your dossiers</Link>
        </Button>
      </div>
    </div>
  );
}
