import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typedNumber } from "./typedNumber";

describe("a number is read as people print it", () => {
  test.each([
    ["1310", "en", 1310],
    ["1,310", "en", 1310],
    ["1 310 000", "en", 1_310_000],
    ["1.310", "de", 1310],
    ["1.310", "en", 1.31],
    ["1,310", "fr", 1.31],
    ["12,5", "en", 12.5],
    ["12,5", "de", 12.5],
    ["1.310,5", "en", 1310.5],
    ["1,310.5", "de", 1310.5],
    ["1.310.000", "en", 1_310_000],
    ["1’310", "de-CH", 1310],
    ["0,125", "en", 0.125],
    [".5", "en", 0.5],
    ["-0.5", "en", -0.5],
    ["−3", "en", -3],
    ["٤٩٠", "ar", 490],
    ["١٬٣١٠٫٥", "ar", 1310.5],
  ])("%s in %s", (text, language, number) => {
    expect(typedNumber(text, language)).toEqual({ number, error: null });
  });
});

test.each([
  ["hundreds", /digits/],
  ["1e5", /unit/],
  ["1.2.3", /do not fit/],
  ["1,31,0", /do not fit/],
  ["12 %", /write 12, and “%” as the unit/],
  ["1.3 million", /write 1.3, and “million”/],
  ["10-12", /./],
  ["", /digits/],
])("“%s” is none, and says why", (text, why) => {
  const { number, error } = typedNumber(text, "en");
  expect(number).toBeNull();
  expect(error).toMatch(why);
});

test.each(["en", "de", "ar"])("what a number prints as in %s is read as that number", (language) => {
  const print = new Intl.NumberFormat(language, { maximumFractionDigits: 2, numberingSystem: "latn" });
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.nat(99), (whole, cents) => {
      const number = whole < 0 ? whole - cents / 100 : whole + cents / 100;
      const text = print.format(number).replace(/[\u200e\u200f\u061c]/g, "");
      expect(typedNumber(text, language).number).toBeCloseTo(number, 2);
    }),
  );
});
