import { z } from "zod";
import { id, plainDate, text } from "@/lib/http/fields";
import {
  linkStatusSchema,
  relationSchema,
  sameEventSchema,
  severitySchema,
  strengthSchema,
  subtypeSchema,
} from "./relations";

export const sorts = ["newest", "changed", "severity", "status", "article", "date"] as const;
export const sortSchema = z.enum(sorts);
export type Sort = z.infer<typeof sortSchema>;

const none = z.literal("none");

/** Most values of one field. */
const MOST_VALUES = 50;

/** Several values of one field, as an address has them: `status=open,confirmed`. */
function listOf<V>(one: z.ZodType<V, string>) {
  return z
    .string()
    .transform((value) => [...new Set(value.split(",").filter(Boolean))])
    .pipe(z.array(one).max(MOST_VALUES))
    .optional();
}

const searched = text(200)
  .transform((value) => value.trim().replace(/\s+/g, " "))
  .optional();

/** The fields of a filter as the API takes them: every one narrows, none means all. */
export const filterFields = {
  relation: listOf(relationSchema),
  subtype: listOf(z.union([subtypeSchema, none])),
  status: listOf(linkStatusSchema),
  severity: listOf(z.union([severitySchema, none])),
  strength: listOf(z.union([strengthSchema, none])),
  sameEvent: listOf(sameEventSchema),
  /** People's ids, or `none` for links that nobody owns. */
  owner: listOf(z.union([none, id])),
  /** Links with an end in one of these articles. */
  article: listOf(id),
  /** Links with an end said by this speaker, however the name is spelt. */
  speaker: searched,
  /** Links with an end made on or after this day: when it was said, else when its article was published. */
  since: plainDate.optional(),
  until: plainDate.optional(),
  /** Only links whose ends were changed since somebody looked. */
  flagged: z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional(),
  /** Words in either passage, in the reasons or in an article's title. */
  q: searched,
  sort: sortSchema.default("newest"),
};

const filterSchema = z.object(filterFields);
export type LinkFilter = z.output<typeof filterSchema>;
export type FilterField = keyof typeof filterFields;
export const filterNames = Object.keys(filterFields) as FilterField[];

/**
 * The filter that an address asks for. What it does not know or cannot read is left out, as if it were not there:
 * an old or mistyped address shows more, never an error.
 */
export function parseFilter(query: string | URLSearchParams): LinkFilter {
  const params = new URLSearchParams(query);
  const read: Record<string, unknown> = {};
  for (const name of filterNames) {
    const given = params.get(name);
    if (given === null) continue;
    const value = readField(name, given);
    if (value !== undefined && value !== false && value !== "" && !isEmptyList(value)) read[name] = value;
  }
  return { sort: "newest", ...read };
}

function readField(name: FilterField, given: string): unknown {
  const whole = filterFields[name].safeParse(given);
  if (whole.success) return whole.data;
  // Of a list, what can be read is kept.
  const readable = given
    .split(",")
    .filter((one) => filterFields[name].safeParse(one).success)
    .slice(0, MOST_VALUES);
  return filterFields[name].safeParse(readable.join(",")).data;
}

/** The filter as an address carries it: always the same text for the same filter, empty for "all, newest first". */
export function formatFilter(filter: LinkFilter): string {
  const params = new URLSearchParams();
  for (const name of filterNames) {
    const value = filter[name];
    if (value === undefined || value === false || value === "" || isEmptyList(value)) continue;
    if (name === "sort" && value === "newest") continue;
    params.set(name, Array.isArray(value) ? value.toSorted().join(",") : String(value));
  }
  return params.toString().replaceAll("%2C", ",");
}

/** How many fields narrow the board; the order is not one. */
export function narrowings(filter: LinkFilter): number {
  return new Set([...new URLSearchParams(formatFilter({ ...filter, sort: "newest" })).keys()]).size;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
