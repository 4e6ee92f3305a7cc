"use client";

import { Copy } from "lucide-react";
import { toast } from "sonner";
import { Button } from "@/lib/ui/Button";
import { Notice } from "@/lib/ui/Notice";

/** The secret of a webhook, the one time that it is shown. */
export function SecretNotice({ secret, url, onDone }: { secret: string; url: string; onDone: () => void }) {
  async function copy() {
    try {
      await navigator.clipboard.writeText(secret);
      toast.success("Copied.");
    } catch {
      toast.error("The browser does not let this page copy: select the words by hand.");
    }
  }
  return (
    <Notice
      tone="warn"
      role="status"
      title="Keep this secret now: it is not shown again"
      actions={
        <>
          <Button size="sm" onClick={copy}>
            <Copy aria-hidden size={14} /> Copy the secret
          </Button>
          <Button size="sm" look="quiet" onClick={onDone}>
            I have kept it
          </Button>
        </>
      }
    >
      <p>
        The receiver at <bdi className="break-all">{url}</bdi> checks signatures with it.
      </p>
      <code className="mt-1.5 block rounded bg-surface px-2 py-1 font-mono text-xs break-all select-all">
        {secret}
      </code>
    </Notice>
  );
}
