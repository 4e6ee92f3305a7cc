/** What screens and exports call each attribute, in the order in which a person reads them. */
export const attributeWords: Record<string, string> = {
  normalised: "In plain words",
  hedges: "Hedges",
  speaker: "Speaker",
  role: "Role",
  via: "Reported via",
  mode: "Quoted",
  saidOn: "Said on",
  eventOn: "Event on",
  value: "Value",
  min: "At least",
  max: "At most",
  unit: "Unit",
  approximate: "Approximate",
  asOf: "As of",
  period: "Period",
  population: "Of whom",
};

/** How a statement was quoted. */
export const modeWords = { direct: "Directly", indirect: "Indirectly", mixed: "Both" } as const;

const dates: readonly string[] = ["saidOn", "eventOn", "asOf"];
const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

/** One attribute's value for a person to read: numbers grouped, dates in words, a chain from its origin on. */
export function attributeValue(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.join(name === "via" ? " → " : ", ");
  if (value === true) return "yes";
  if (typeof value === "number") return value.toLocaleString("en-GB", { maximumFractionDigits: 20 });
  const text = String(value);
  if (name === "mode" && Object.hasOwn(modeWords, text)) return modeWords[text as keyof typeof modeWords];
  if (dates.includes(name) && /^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return day.format(new Date(`${text}T00:00:00Z`));
  }
  return text;
}

/** Attributes to read, in the order of the words; what is empty, or has no words here, is left out. */
export function attributesInWords(
  attributes: Readonly<Record<string, unknown>>,
): { name: string; label: string; value: string }[] {
  return Object.entries(attributeWords).flatMap(([name, label]) => {
    const value = attributes[name];
    const isEmpty =
      value === undefined || value === null || value === "" || value === false || isEmptyList(value);
    return isEmpty ? [] : [{ name, label, value: attributeValue(name, value) }];
  });
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
