import { type Attributes, attributesSchemas } from "@/lib/annotations/attributes";
import type { Kind } from "@/lib/annotations/kinds";

/** How an attribute is typed in: `list` is several values separated by semicolons. */
export type AttributeField = {
  name: string;
  label: string;
  type: "line" | "number" | "date" | "flag" | "list" | "mode";
};

const attribution: readonly AttributeField[] = [
  { name: "speaker", label: "Speaker", type: "line" },
  { name: "role", label: "Role", type: "line" },
  { name: "via", label: "Via (origin; …; article)", type: "list" },
  { name: "mode", label: "Quoted", type: "mode" },
  { name: "saidOn", label: "Said on", type: "date" },
  { name: "eventOn", label: "Event on", type: "date" },
];

/** The attributes of each kind, in the order people fill them in. */
export const attributeFields: Record<Kind, readonly AttributeField[]> = {
  claim: [
    { name: "normalised", label: "In plain words", type: "line" },
    { name: "hedges", label: "Hedges (; between)", type: "list" },
    ...attribution,
  ],
  figure: [
    { name: "value", label: "Value", type: "number" },
    { name: "unit", label: "Unit", type: "line" },
    { name: "min", label: "At least", type: "number" },
    { name: "max", label: "At most", type: "number" },
    { name: "approximate", label: "Approximate", type: "flag" },
    { name: "asOf", label: "As of", type: "date" },
    { name: "period", label: "Period", type: "line" },
    { name: "population", label: "Of whom or what", type: "line" },
  ],
  official_statement: attribution,
};

/** Attributes as they stand in a form: text for everything, "yes" or "" for a flag. */
export type AttributeTexts = Readonly<Record<string, string>>;

/** What a form shows for stored attributes; only those of the kind. */
export function textsOf(kind: Kind, attributes: Readonly<Record<string, unknown>>): AttributeTexts {
  const shown = attributeFields[kind].map(({ name, type }): [string, string] => {
    const value = attributes[name];
    if (value === undefined || value === null || value === false) return [name, ""];
    if (type === "flag") return [name, "yes"];
    return [name, Array.isArray(value) ? value.join("; ") : String(value)];
  });
  return Object.fromEntries(shown);
}

export type ReadAttributes =
  | { attributes: Attributes; errors: null }
  | { attributes: null; errors: Readonly<Record<string, string>> };

/** Reads a form: numbers as numbers, dates as plain dates, empty fields left out; or what is wrong, by field. */
export function readAttributes(kind: Kind, texts: AttributeTexts): ReadAttributes {
  const values: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const { name, type } of attributeFields[kind]) {
    const text = (texts[name] ?? "").trim();
    if (text === "") continue;
    const value = valueFrom(type, text);
    if (value === null) errors[name] = "Write a number, such as 1310 or 0.5.";
    else values[name] = value;
  }
  const parsed = attributesSchemas[kind].safeParse(values);
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0] ?? "");
    errors[name] ??= name.endsWith("On") || name === "asOf" ? "Write a date: YYYY-MM-DD." : issue.message;
  }
  if (!parsed.success || Object.keys(errors).length > 0) return { attributes: null, errors };
  return { attributes: parsed.data, errors: null };
}

function valueFrom(type: AttributeField["type"], text: string): unknown {
  if (type === "flag") return true;
  if (type === "list")
    return text
      .split(";")
      .map((part) => part.trim())
      .filter(Boolean);
  if (type !== "number") return text;
  // Thousands may be grouped as people print them: 1,310 or 1 310.
  const digits = text.replace(/(?<=\d)[,\s\u00a0\u202f](?=\d{3}(\D|$))/g, "");
  return /^[-+]?\d+(\.\d+)?$/.test(digits) ? Number(digits) : null;
}
