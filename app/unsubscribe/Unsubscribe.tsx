"use client";

import Link from "next/link";
import { useState } from "react";
import { api } from "@/lib/http/client";
import { Button } from "@/lib/ui/Button";
import { Notice } from "@/lib/ui/Notice";
import { ErrorNotice } from "../ErrorNotice";
import { useAction } from "../useAction";

/** One press ends the e-mails; opening the page alone does not. */
export function Unsubscribe({ token }: { token: string }) {
  const { busy, error, run } = useAction();
  const [isDone, setDone] = useState(false);
  async function stop() {
    const done = await run(() => api.post(`/api/unsubscribe?token=${encodeURIComponent(token)}`));
    if (done) setDone(true);
  }
  if (isDone) {
    return (
      <Notice tone="ok" role="status" title="Stet sends you no more e-mail.">
        Your inbox in Stet goes on as before. You can have e-mail again in your{" "}
        <Link href="/settings#mail" className="stet-link">
          settings
        </Link>
        .
      </Notice>
    );
  }
  return (
    <>
      <p className="mb-5 text-soft">Your inbox in Stet stays as it is; only the e-mails end.</p>
      <div className="flex flex-col items-start gap-4">
        <ErrorNotice error={error} kept="Nothing was changed." />
        <Button look="primary" busy={busy} onClick={stop}>
          Send me no more e-mail
        </Button>
      </div>
    </>
  );
}
