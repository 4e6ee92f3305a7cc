import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filterFields, formatFilter, type LinkFilter, narrowings, parseFilter, sorts } from "./filter";
import { relations, subtypes } from "./relations";

const id = "0192f0c1-2345-7abc-8def-0123456789ab";
const list = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });
const words = fc
  .stringMatching(/^[\p{L}\p{N}&=,%+'"#? ]{1,40}$/u)
  .map((value) => value.trim().replace(/\s+/g, " "))
  .filter((value) => value !== "");

const filters = fc.record(
  {
    relation: list(relations),
    subtype: list([...subtypes, "none"] as const),
    status: list(["open", "confirmed", "explained", "dismissed"] as const),
    severity: list(["minor", "major", "critical", "none"] as const),
    strength: list(["direct", "apparent", "none"] as const),
    sameEvent: list(["yes", "no", "unknown"] as const),
    owner: list(["none", id] as const),
    article: fc.constant([id]),
    speaker: words,
    since: fc.constant("2014-06-09"),
    until: fc.constant("2014-06-30"),
    flagged: fc.constant(true),
    q: words,
    sort: fc.constantFrom(...sorts),
  },
  { requiredKeys: ["sort"] },
);

/** Lists are sets: their order says nothing. */
const sorted = (filter: object) =>
  Object.fromEntries(
    Object.entries(filter).map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value]),
  );

describe("a filter in an address", () => {
  test("comes back as it went", () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const back = parseFilter(formatFilter(filter as LinkFilter));
        expect(sorted(back)).toEqual(sorted(filter));
      }),
    );
  });

  test("has one text, whatever address it was read from", () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const once = formatFilter(parseFilter(query));
        expect(formatFilter(parseFilter(once))).toBe(once);
      }),
    );
  });

  test.each([
    ["", {}],
    ["status=open,nonsense&relation=contradicts", { status: ["open"], relation: ["contradicts"] }],
    ["owner=someone&article=1&since=yesterday&sort=size&flagged=perhaps", {}],
    ["flagged=false&q=%20%20", {}],
    ["q=a%20%20b&tab=links", { q: "a b" }],
  ])("%s: what cannot be read is left out", (query, expected) => {
    expect(parseFilter(query)).toEqual({ sort: "newest", ...expected });
  });

  test.each(["q", "speaker"] as const)("%s: what no database can hold is refused", (field) => {
    for (const bad of ["a\u0000b", "\ud800", "x".repeat(201)])
      expect(filterFields[field].safeParse(bad).success).toBe(false);
    expect(parseFilter(`${field}=a%00b`)).toEqual({ sort: "newest" });
  });

  test("of more values than a field takes, the first are kept", () => {
    const ids = Array.from({ length: 60 }, (_, i) => `${id.slice(0, -2)}${10 + i}`);
    expect(parseFilter(`article=${ids.join(",")}`).article).toEqual(ids.slice(0, 50));
  });

  test("an order narrows nothing", () => {
    expect(narrowings(parseFilter("sort=severity"))).toBe(0);
    expect(narrowings(parseFilter("sort=severity&status=open,confirmed&flagged=true"))).toBe(2);
  });
});
