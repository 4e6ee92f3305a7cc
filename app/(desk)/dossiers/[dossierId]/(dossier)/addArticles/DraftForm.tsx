"use client";

import { type ClipboardEvent, useState } from "react";
import type { ImportPreview } from "@/lib/importing/previewText";
import { Button } from "@/lib/ui/Button";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";
import { Select } from "@/lib/ui/Select";
import { Textarea } from "@/lib/ui/Textarea";
import type { Draft, ParagraphsAsked } from "./draft";

const languages = ["ar", "de", "en", "es", "fa", "fr", "he", "it", "pt", "ru", "tr", "uk", "zh"] as const;
const names = new Intl.DisplayNames(["en"], { type: "language" });

type Props = { draft: Draft; preview: ImportPreview | null; onChange: (change: Partial<Draft>) => void };

/** Where the words come from and what is known of the article. */
export function DraftForm({ draft, preview, onChange }: Props) {
  const text = (name: "title" | "outlet" | "byline" | "url" | "publishedOn") => ({
    name,
    value: draft[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  return (
    <div className="flex flex-col gap-4">
      {!draft.file && <SourceField draft={draft} onChange={onChange} />}
      {draft.format === "text" && (
        <Field label="Paragraphs">
          <Select
            value={draft.paragraphs}
            onChange={(event) => onChange({ paragraphs: event.target.value as ParagraphsAsked })}
          >
            <option value="auto">
              Detect{preview?.rule ? ` (${preview.rule === "line" ? "every line" : "blank lines"})` : ""}
            </option>
            <option value="blank-line">A blank line parts them</option>
            <option value="line">Every line is one</option>
          </Select>
        </Field>
      )}
      <div className="flex flex-col gap-1.5">
        <Field label="Title" required>
          <Input {...text("title")} dir="auto" maxLength={500} />
        </Field>
        <TitleSuggestion draft={draft} preview={preview} onChange={onChange} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Outlet" required={false}>
          <Input {...text("outlet")} dir="auto" maxLength={200} />
        </Field>
        <Field label="Byline" required={false}>
          <Input {...text("byline")} dir="auto" maxLength={500} placeholder={preview?.byline} />
        </Field>
        <Field label="Published on" required={false}>
          <Input {...text("publishedOn")} type="date" />
        </Field>
        <Field label="Language">
          <Select value={draft.language} onChange={(event) => onChange({ language: event.target.value })}>
            <option value="">
              Detect{preview && preview.language !== "und" ? ` (${names.of(preview.language)})` : ""}
            </option>
            {languages.map((tag) => (
              <option key={tag} value={tag}>
                {names.of(tag)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label="Web address" required={false}>
        <Input {...text("url")} type="url" placeholder="https://" maxLength={2000} />
      </Field>
    </div>
  );
}

function SourceField({ draft, onChange }: Omit<Props, "preview">) {
  const [formatted, setFormatted] = useState<string | null>(null);

  function paste(event: ClipboardEvent) {
    const html = event.clipboardData.getData("text/html");
    // Only where the formatting says more than the text: headings, paragraphs, lists.
    setFormatted(draft.format === "text" && /<(p|h[1-6]|li|blockquote)[\s>]/i.test(html) ? html : null);
  }

  return (
    <div className="flex flex-col gap-1.5">
      <Field label={draft.format === "html" ? "HTML source" : "Text of the article"} required>
        <Textarea
          name="source"
          rows={9}
          className="max-h-80"
          value={draft.source}
          onPaste={paste}
          onChange={(event) => onChange({ source: event.target.value })}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        {formatted && (
          <Button
            size="sm"
            onClick={() => {
              onChange({ format: "html", source: formatted });
              setFormatted(null);
            }}
          >
            Keep its headings and lists
          </Button>
        )}
        <Button
          size="sm"
          look="quiet"
          aria-pressed={draft.format === "html"}
          onClick={() => onChange({ format: draft.format === "html" ? "text" : "html" })}
        >
          This is HTML source
        </Button>
      </div>
    </div>
  );
}

/** A headline is short and ends without a full stop. */
function TitleSuggestion({ draft, preview, onChange }: Props) {
  const first = preview?.title ?? preview?.text.split("\n", 1)[0] ?? "";
  const isHeadline = preview?.title !== undefined || (first.length <= 150 && !/[.:;,]$/.test(first));
  if (draft.title !== "" || first === "" || !isHeadline) return null;
  return (
    <p>
      <Button size="sm" onClick={() => onChange({ title: first })} className="max-w-full">
        <span className="truncate" dir="auto">
          Use “{first}”
        </span>
      </Button>
    </p>
  );
}
