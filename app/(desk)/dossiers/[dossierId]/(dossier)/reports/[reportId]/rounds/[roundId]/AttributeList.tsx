import { attributeWords } from "@/lib/annotations/attributeWords";
import type { Annotation } from "@/lib/annotations/schema";
import { plainDay } from "@/lib/ui/plainDay";

const dates = ["saidOn", "eventOn", "asOf"];

/** What an annotation says of its passage in fields rather than prose. */
export function AttributeList({ attributes }: { attributes: Annotation["attributes"] }) {
  // In the order of the words, whatever order the database keeps them in.
  const rows = Object.keys(attributeWords)
    .map((name) => [name, attributes[name]] as const)
    .filter(([, value]) => value !== undefined && value !== null && value !== "" && value !== false);
  if (rows.length === 0) return null;
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-sm">
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{attributeWords[name]}</dt>
          <dd dir="auto">{said(name, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function said(name: string, value: unknown): string {
  // A chain reads from its origin; hedges are a list.
  if (Array.isArray(value)) return value.join(name === "via" ? " ← " : ", ");
  if (value === true) return "yes";
  if (dates.includes(name)) return plainDay(String(value));
  return typeof value === "number" ? value.toLocaleString("en-GB") : String(value);
}
