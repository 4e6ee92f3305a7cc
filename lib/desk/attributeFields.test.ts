import { describe, expect, test } from "vitest";
import { attributesSchemas } from "@/lib/annotations/attributes";
import { kinds } from "@/lib/annotations/kinds";
import { attributeFields, readAs, readAttributes, textsOf } from "./attributeFields";

test.each(kinds)("the form of a %s has every attribute of its kind, and no other", (kind) => {
  const names = attributeFields[kind].map((field) => field.name);
  expect(names.toSorted()).toEqual(Object.keys(attributesSchemas[kind].shape).toSorted());
});

describe("reading a figure", () => {
  test.each([
    ["1310", 1310],
    ["1,310", 1310],
    ["1 310 000", 1_310_000],
    ["-0.5", -0.5],
  ])("%s is a number", (text, value) => {
    expect(readAttributes("figure", { value: text }).attributes).toEqual({ value });
  });
  test.each(["hundreds", "1e5", "1.2.3"])("%s is none, and says so at its field", (text) => {
    expect(readAttributes("figure", { value: text }).errors).toHaveProperty("value");
  });
  test("the lowest is not above the highest", () => {
    expect(readAttributes("figure", { min: "5", max: "3" }).errors).toHaveProperty("min");
  });
  test.each([
    [{ value: "2", min: "3" }, /below/],
    [{ value: "9", max: "3" }, /above/],
  ])("the value lies within", (texts, why) => {
    expect(readAttributes("figure", texts).errors?.value).toMatch(why);
  });
  test("the article's language reads an ambiguous number, and the form says how", () => {
    expect(readAttributes("figure", { value: "1.310" }, "de").attributes).toEqual({ value: 1310 });
    const field = attributeFields.figure.find(({ name }) => name === "value");
    expect(field && readAs(field, "1.310", "de")).toBe("1,310");
    expect(field && readAs(field, "1310", "de")).toBeNull();
  });
  test("dates are dates", () => {
    expect(readAttributes("figure", { asOf: "2014-02-30" }).errors).toHaveProperty("asOf");
    expect(readAttributes("figure", { asOf: "2014-02-28" }).attributes).toEqual({ asOf: "2014-02-28" });
  });
});

test("a stored number reads back as itself in every language", () => {
  for (const value of [1.31, 1.31, 0.125, 1310.5, 1.3105, -2.125, 1e21, 12.345]) {
    for (const language of ["en", "de", "ar"]) {
      expect(readAttributes("figure", textsOf("figure", { value }), language).attributes).toEqual({ value });
    }
  }
});

test.each([
  ["claim", { normalised: "All were freed", hedges: ["reportedly", "about"], mode: "direct" }],
  ["figure", { value: 0, approximate: true }],
  ["official_statement", { speaker: "S", via: ["decree", "agency"], saidOn: "2011-05-31" }],
] as const)("what is read back from a form of a %s is what was stored", (kind, attributes) => {
  expect(readAttributes(kind, textsOf(kind, attributes)).attributes).toEqual(attributes);
});
