import type { z } from "zod";

const kinds: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

/** What is wrong with a value as a sentence for a person; undefined leaves it to zod. Schemas' own words win. */
export function issueSentence(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "This is missing.";
      return `This must be ${kinds[issue.expected] ?? issue.expected}.`;
    case "invalid_value":
      return `This must be one of: ${issue.values.map(String).join(", ")}.`;
    case "unrecognized_keys":
      return `There is no field ${issue.keys.map((key) => `“${key.slice(0, 100)}”`).join(", ")} here.`;
    case "too_big":
      return `This must be at most ${amount(issue.maximum, issue.origin)}.`;
    case "too_small":
      return `This must be at least ${amount(issue.minimum, issue.origin)}.`;
    case "invalid_union":
      return issue.input === undefined ? "This is missing." : "This has none of the forms that are accepted.";
    default:
      return undefined;
  }
}

function amount(limit: number | bigint, origin: string): string {
  const number = limit.toLocaleString("en");
  if (origin === "string") return `${number} characters long`;
  return origin === "array" ? `${number} items long` : number;
}
