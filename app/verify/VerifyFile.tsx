"use client";

import { Upload } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { api } from "@/lib/http/client";
import type { Verdict } from "@/lib/reviews/verify";
import { Button } from "@/lib/ui/Button";
import { classes } from "@/lib/ui/classes";
import { Spinner } from "@/lib/ui/Spinner";
import { ErrorNotice } from "../ErrorNotice";
import { useAction } from "../useAction";
import { VerdictCard } from "./VerdictCard";

/** Takes one file and says what it is. */
export function VerifyFile() {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [result, setResult] = useState<{ name: string; verdict: Verdict } | null>(null);
  const { busy, error, run } = useAction();

  async function verify(file: File | undefined) {
    if (!file) return;
    setResult(null);
    const form = new FormData();
    form.set("file", file);
    const verdict = await run(() => api.post<Verdict>("/api/verify", form));
    if (verdict) setResult({ name: file.name, verdict });
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void verify(event.dataTransfer.files[0]);
  }

  return (
    <div className="flex flex-col gap-5">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way; the button inside is the other */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classes(
          "flex flex-col items-center gap-3 rounded-lg border-2 border-dashed px-6 py-10 text-center",
          over ? "border-accent bg-accent-wash" : "border-line-strong bg-surface",
        )}
      >
        <Upload aria-hidden size={28} strokeWidth={1.5} className="text-soft" />
        <p className="text-sm">Drop the exported file here, or</p>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="Exported file"
          accept=".html,.htm,.json,.docx,.pdf,text/html,application/json,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          onChange={(event) => {
            void verify(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
        <Button look="primary" busy={busy} onClick={() => input.current?.click()}>
          Choose a file…
        </Button>
      </div>
      <ErrorNotice error={error} />
      <div role="status">
        {busy && (
          <p className="flex items-center gap-2 text-sm text-soft">
            <Spinner /> Comparing the file with what was signed …
          </p>
        )}
        {result && <VerdictCard name={result.name} verdict={result.verdict} />}
      </div>
    </div>
  );
}
