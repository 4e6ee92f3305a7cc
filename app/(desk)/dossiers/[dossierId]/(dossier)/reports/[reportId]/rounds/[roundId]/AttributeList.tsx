import type { Annotation } from "@/lib/annotations/schema";

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
  const rows = Object.entries(attributes).filter(
    ([, value]) => value !== null && value !== "" && value !== false,
  );
  if (rows.length === 0) return null;
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-sm">
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{names[name] ?? name}</dt>
          <dd dir="auto">{said(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function said(value: unknown): string {
  if (Array.isArray(value)) return value.join(" ← ");
  if (value === true) return "yes";
  return typeof value === "number" ? value.toLocaleString("en-GB") : String(value);
}
