import { uuidv7 } from "uuidv7";
import { decode } from "@/lib/importing/decode";

export type ParagraphsAsked = "auto" | "blank-line" | "line";

/** An article about to be added, as far as it has been described. */
export type Draft = {
  /** The article's id once stored: a repeated try stores it only once. */
  id: string;
  format: "text" | "html";
  source: string;
  /** The file it came from, which is then what is sent. */
  file: File | null;
  /** Why the file cannot be read. */
  unreadable: string | null;
  paragraphs: ParagraphsAsked;
  title: string;
  outlet: string;
  byline: string;
  url: string;
  publishedOn: string;
  /** Empty: as detected. */
  language: string;
  progress: "editing" | "saving" | "saved" | "refused";
  refusal: string | null;
};

export function emptyDraft(): Draft {
  return {
    ...{ id: uuidv7(), format: "text", source: "", file: null, unreadable: null, paragraphs: "auto" },
    ...{ title: "", outlet: "", byline: "", url: "", publishedOn: "", language: "" },
    ...{ progress: "editing", refusal: null },
  };
}

/** A draft of a dropped or chosen file, named after it. */
export async function draftOfFile(file: File): Promise<Draft> {
  const title = file.name
    .replace(/\.[^.]{1,10}$/, "")
    .replace(/[_-]+/g, " ")
    .trim();
  const draft = { ...emptyDraft(), file, title };
  const decoded = decode(new Uint8Array(await file.arrayBuffer()), file.name, file.type);
  if (!decoded.ok) return { ...draft, unreadable: decoded.message };
  return { ...draft, format: decoded.kind, source: decoded.text };
}

/** What is sent to store a draft: a form with its file, or JSON. */
export function bodyOf(draft: Draft): FormData | Record<string, string> {
  const { id, title, outlet, byline, url, publishedOn, language, paragraphs } = draft;
  const optional = Object.entries({ outlet, byline, url, publishedOn, language }).filter(([, value]) =>
    value.trim(),
  );
  const fields = { id, title, paragraphs, ...Object.fromEntries(optional) };
  if (!draft.file) return { ...fields, [draft.format]: draft.source };
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", draft.file);
  return form;
}
