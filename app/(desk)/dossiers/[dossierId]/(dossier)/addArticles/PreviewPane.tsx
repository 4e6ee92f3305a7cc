"use client";

import { Notice } from "@/lib/ui/Notice";
import { counted } from "../../../../words";
import type { Preview } from "./usePreview";

/** More paragraphs than anyone reads in a preview; the count still says how many there are. */
const MOST_SHOWN = 300;

const ruleWords = {
  "blank-line": "A blank line parts paragraphs; single newlines are wraps and are joined.",
  line: "Every newline parts paragraphs.",
};

/** The paragraphs as they would be stored, numbered, with what was joined and what to beware of. */
export function PreviewPane({ preview: { preview, refusal, busy } }: { preview: Preview }) {
  return (
    <section aria-label="Preview" aria-busy={busy} className="flex min-h-64 flex-col gap-3">
      <p role="status" className="text-sm">
        {preview ? (
          <>
            <strong>{counted(preview.paragraphs, "paragraph")}</strong> · {languageName(preview.language)}
            {preview.direction === "rtl" && ", right to left"}
            {preview.rule && <span className="block text-soft">{ruleWords[preview.rule]}</span>}
          </>
        ) : (
          <span className="text-soft">
            {refusal
              ? "No preview"
              : busy
                ? "Reading…"
                : "The paragraphs appear here as they will be stored."}
          </span>
        )}
      </p>
      {refusal && (
        <Notice tone="danger" role="alert" title="This cannot be stored">
          {refusal}
        </Notice>
      )}
      {preview?.warnings.map((warning) => (
        <Notice key={warning} tone="warn">
          {warning}
        </Notice>
      ))}
      {preview && (
        <>
          <Joined healed={preview.healed ?? []} />
          <ol
            dir={preview.direction}
            lang={preview.language === "und" ? undefined : preview.language}
            className="max-h-96 list-decimal space-y-2.5 overflow-y-auto rounded-md border border-line bg-paper py-3 ps-11 pe-4 font-serif text-[0.9375rem] leading-relaxed marker:font-sans marker:text-xs marker:text-soft"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so without a mouse
            tabIndex={0}
          >
            {preview.text.split("\n", MOST_SHOWN).map((paragraph, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name
              <li key={i}>{paragraph}</li>
            ))}
          </ol>
          {preview.paragraphs > MOST_SHOWN && (
            <p className="text-sm text-soft">
              and {counted(preview.paragraphs - MOST_SHOWN, "more paragraph")}
            </p>
          )}
        </>
      )}
    </section>
  );
}

type Healed = { kind: "hyphen" | "wrap"; before: string; after: string };

function Joined({ healed }: { healed: readonly Healed[] }) {
  if (healed.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer rounded text-soft">Lines were joined: see where</summary>
      <ul className="mt-1.5 flex flex-col gap-1">
        {healed.map(({ before, after }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words can be joined twice
          <li key={i} dir="auto">
            <span className="rounded bg-sunken px-1 text-soft">{before.replace("\n", " ⏎ ")}</span>
            {" → "}
            <span className="rounded bg-accent-wash px-1">{after}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function languageName(tag: string): string {
  if (tag === "und") return "language unknown";
  return new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag;
}
