"use client";

import { Copy } from "lucide-react";
import { toast } from "sonner";
import { Button } from "@/lib/ui/Button";

/** A content hash to compare by eye, with the whole of it to copy. */
export function ContentHash({ hash }: { hash: string }) {
  async function copy() {
    try {
      await navigator.clipboard.writeText(hash);
      toast.success("Copied.");
    } catch {
      toast.error("The browser does not let this page copy: select the hash by hand.");
    }
  }
  return (
    <details className="group">
      <summary className="inline-flex cursor-pointer flex-wrap items-baseline gap-x-2 rounded">
        <code className="text-xs">
          {hash.slice(0, 8)}…{hash.slice(-8)}
        </code>
        <span className="text-xs text-soft underline underline-offset-2">in full</span>
      </summary>
      <span className="mt-1.5 flex flex-wrap items-start gap-2">
        <code className="rounded bg-sunken px-2 py-1 text-xs break-all select-all">{hash}</code>
        <Button size="sm" look="quiet" onClick={copy}>
          <Copy aria-hidden size={14} /> Copy
        </Button>
      </span>
    </details>
  );
}
