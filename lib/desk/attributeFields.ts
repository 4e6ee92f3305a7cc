import { type Attributes, attributesSchemas } from "@/lib/annotations/attributes";
import { attributeWords } from "@/lib/annotations/attributeWords";
import type { Kind } from "@/lib/annotations/kinds";
import { typedDate } from "./typedDate";
import { typedNumber } from "./typedNumber";

/**
 * How an attribute is typed in: `list` is several values separated by semicolons. `more`: asked for less often, shown
 * on demand. `suggests`: what the dossier already says there is offered.
 */
export type AttributeField = {
  name: string;
  label: string;
  type: "line" | "number" | "date" | "flag" | "list" | "mode";
  hint?: string;
  wide?: boolean;
  more?: boolean;
  suggests?: boolean;
};

type Given = Omit<AttributeField, "label">;

const attribution: readonly Given[] = [
  { name: "speaker", type: "line", suggests: true },
  { name: "role", type: "line", suggests: true },
  { name: "saidOn", type: "date" },
  { name: "mode", type: "mode" },
  { name: "via", type: "list", wide: true, more: true, hint: "From the origin on; semicolons between" },
  { name: "eventOn", type: "date", more: true },
];

const given: Record<Kind, readonly Given[]> = {
  claim: [
    { name: "normalised", type: "line", wide: true },
    { name: "speaker", type: "line", suggests: true },
    { name: "saidOn", type: "date" },
    {
      name: "hedges",
      type: "list",
      wide: true,
      more: true,
      hint: "Words that soften it; semicolons between",
    },
    { name: "role", type: "line", suggests: true, more: true },
    { name: "mode", type: "mode", more: true },
    { name: "via", type: "list", wide: true, more: true, hint: "From the origin on; semicolons between" },
    { name: "eventOn", type: "date", more: true },
  ],
  figure: [
    { name: "value", type: "number" },
    { name: "unit", type: "line", suggests: true },
    { name: "asOf", type: "date" },
    { name: "approximate", type: "flag" },
    { name: "min", type: "number", more: true },
    { name: "max", type: "number", more: true },
    { name: "period", type: "line", suggests: true, more: true },
    { name: "population", type: "line", suggests: true, more: true },
  ],
  official_statement: attribution,
};

const labelled = (fields: readonly Given[]): readonly AttributeField[] =>
  fields.map((field) => ({ ...field, label: attributeWords[field.name] ?? field.name }));

/** The attributes of each kind: the most used first, those behind "more" last. */
export const attributeFields: Record<Kind, readonly AttributeField[]> = {
  claim: labelled(given.claim),
  figure: labelled(given.figure),
  official_statement: labelled(given.official_statement),
};

/** Attributes as they stand in a form: text for everything, "yes" or "" for a flag. */
export type AttributeTexts = Readonly<Record<string, string>>;

/** What a form shows for stored attributes; only those of the kind. */
export function textsOf(kind: Kind, attributes: Readonly<Record<string, unknown>>): AttributeTexts {
  const shown = attributeFields[kind].map(({ name, type }): [string, string] => {
    const value = attributes[name];
    if (value === undefined || value === null || value === false) return [name, ""];
    if (type === "flag") return [name, "yes"];
    return [name, Array.isArray(value) ? value.join("; ") : plainText(value)];
  });
  return Object.fromEntries(shown);
}

/** A number in digits that every language reads the same, for a form to start from. */
function plainText(value: unknown): string {
  if (typeof value !== "number") return String(value);
  const text = value.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });
  // 1.310 alone could be read as a thousand and more: three digits get a fourth.
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text;
}

export type ReadAttributes =
  | { attributes: Attributes; errors: null }
  | { attributes: null; errors: Readonly<Record<string, string>> };

/**
 * Reads a form: numbers as numbers, dates as plain dates, empty fields left out; or what is wrong, by field.
 *
 * @param language the article's: it decides how an ambiguous 1.310 is read
 */
export function readAttributes(kind: Kind, texts: AttributeTexts, language = "en"): ReadAttributes {
  const values: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const { name, type } of attributeFields[kind]) {
    const text = (texts[name] ?? "").trim();
    if (text === "") continue;
    const { value, error } = valueFrom(type, text, language);
    if (error === null) values[name] = value;
    else errors[name] = error;
  }
  const parsed = attributesSchemas[kind].safeParse(values);
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0] ?? "")] ??= issue.message;
  if (!parsed.success || Object.keys(errors).length > 0) return { attributes: null, errors };
  return { attributes: parsed.data, errors: null };
}

/** How a field was read, when that is not how it was typed: "1310" for "1.310"; null when there is nothing to say. */
export function readAs(field: AttributeField, text: string, language: string): string | null {
  const typed = text.trim();
  if (typed === "") return null;
  if (field.type === "number") {
    const { number } = typedNumber(typed, language);
    return number === null || plainText(number) === typed ? null : number.toLocaleString("en-GB");
  }
  if (field.type !== "date") return null;
  const { date } = typedDate(typed);
  return date === null || date === typed ? null : date;
}

function valueFrom(
  type: AttributeField["type"],
  text: string,
  language: string,
): { value: unknown; error: string | null } {
  switch (type) {
    case "flag":
      return { value: true, error: null };
    case "list":
      return { value: parts(text), error: null };
    case "number": {
      const { number, error } = typedNumber(text, language);
      return { value: number, error };
    }
    case "date": {
      const { date, error } = typedDate(text);
      return { value: date, error };
    }
    default:
      return { value: text, error: null };
  }
}

function parts(text: string): string[] {
  return text
    .split(";")
    .map((part) => part.trim())
    .filter(Boolean);
}
