import type { Annotation } from "@/lib/annotations/schema";
import { plainDay } from "@/lib/ui/plainDay";

const dates = ["saidOn", "eventOn", "asOf"];

const names: Record<string, string> = {
  normalised: "In plain words",
  hedges: "Hedges",
  speaker: "Speaker",
  role: "Role",
  via: "Via",
  mode: "Quoted",
  saidOn: "Said on",
  eventOn: "About",
  value: "Value",
  min: "At least",
  max: "At most",
  unit: "Unit",
  approximate: "Approximate",
  asOf: "As of",
  period: "Period",
  population: "Of whom",
};

/** What an annotation says of its passage in fields rather than prose. */
export function AttributeList({ attributes }: { attributes: Annotation["attributes"] }) {
  // In the order of the names above, whatever order the database keeps them in.
  const rows = Object.keys(names)
    .map((name) => [name, attributes[name]] as const)
    .filter(([, value]) => value !== undefined && value !== null && value !== "" && value !== false);
  if (rows.length === 0) return null;
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-sm">
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{names[name]}</dt>
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
