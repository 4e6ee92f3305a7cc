import { describe, expect, test } from "vitest";
import { asWebAddress, hostOf } from "./addresses";
import { locatorInUrl, tidyLocator } from "./locators";
import { evidenceFor, knownSources, lacksLocator } from "./model";
import type { Evidence } from "./schema";

describe("a locator is offered in the form that reads the same everywhere", () => {
  test.each([
    ["p3", "p. 3"],
    ["Page 12", "p. 12"],
    ["pp 3-5", "pp. 3–5"],
    ["para 4", "¶ 4"],
    ["¶4", "¶ 4"],
    ["§7", "§ 7"],
    ["12:31", "00:12:31"],
    ["1:02:03", "01:02:03"],
    ["2m5s", "00:02:05"],
    ["1h 3m", "01:03:00"],
    ["p. 3", null],
    ["00:12:31", null],
    ["table 4, row 2", null],
    ["", null],
    ["12", null],
  ])("%j: %j", (typed, tidy) => {
    expect(tidyLocator(typed)).toBe(tidy);
  });

  test.each([
    ["https://example.org/report.pdf#page=7", "p. 7"],
    ["https://video.example/watch?v=x&t=751", "00:12:31"],
    ["https://video.example/watch?v=x&t=1h2m3s", "01:02:03"],
    ["https://example.org/a", null],
    ["not an address", null],
  ])("and taken from %s", (url, locator) => {
    expect(locatorInUrl(url)).toBe(locator);
  });
});

describe("addresses", () => {
  test.each([
    ["https://www.example.org/a", "https://www.example.org/a", "example.org"],
    [" http://host.example:8080/x ", "http://host.example:8080/x", "host.example:8080"],
    ["example.org/a?b=1", "https://example.org/a?b=1", "example.org"],
  ])("%j", (typed, url, host) => {
    expect(asWebAddress(typed)).toBe(url);
    expect(hostOf(url)).toBe(host);
  });

  test.each(["javascript:alert(1)", "ftp://example.org", "two words.org", "words", "p. 3", "", "https://"])(
    "%j is none",
    (typed) => {
      expect(asWebAddress(typed)).toBeNull();
    },
  );
});

const source = (id: string, more: Partial<Evidence> = {}) =>
  ({
    id,
    annotationId: "N",
    url: null,
    title: id,
    locator: null,
    createdAt: `2026-03-0${id}`,
    ...more,
  }) as Evidence;

test("an annotation's sources stand in the order they were added; a blank locator is none", () => {
  const [a, b, c] = [
    source("1", { locator: " " }),
    source("2", { locator: "p. 3" }),
    source("3", { annotationId: "M" }),
  ];
  const all = { 2: b, 1: a, 3: c };
  expect(evidenceFor(all, "N")).toEqual([a, b]);
  expect(evidenceFor(all, "N").map(lacksLocator)).toEqual([true, false]);
  expect(evidenceFor(all, "X")).toEqual([]);
});

test("each source is offered once, under the title it had last", () => {
  const url = "https://example.org/a";
  const all = {
    1: source("1", { url, title: "Old" }),
    2: source("2", { url, title: "New" }),
    3: source("3"),
  };
  expect(knownSources(all)).toEqual([
    { url: null, title: "3" },
    { url, title: "New" },
  ]);
});
