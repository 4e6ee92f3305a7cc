import { expect, test } from "vitest";
import { mentionAt, peopleLike } from "./mentionAt";

test.each<[string, { start: number; query: string } | null]>([
  ["@", { start: 0, query: "" }],
  ["ask @zo", { start: 4, query: "zo" }],
  ["ask @Zoë Li", { start: 4, query: "Zoë Li" }],
  ["(@نور", { start: 1, query: "نور" }],
  ["mail@host", null],
  ["@one two three four ", null],
  ["@one\n", null],
  ["no at", null],
])("%j: the mention at its end", (text, expected) => {
  expect(mentionAt(text, text.length)).toEqual(expected);
});

const people = [
  { label: "Adam Berg", email: "berg@x" },
  { label: "Bea Long", email: "bea@x" },
  { label: "Zoë Adler", email: "z@x" },
];
test.each([
  ["", ["Adam Berg", "Bea Long", "Zoë Adler"]],
  ["be", ["Bea Long", "Adam Berg"]],
  ["zoe", ["Zoë Adler"]],
  ["Ad", ["Adam Berg", "Zoë Adler"]],
  ["z@x", ["Zoë Adler"]],
  ["q", []],
])("people like %j", (query, labels) => {
  expect(peopleLike(people, query).map(({ label }) => label)).toEqual(labels);
});
