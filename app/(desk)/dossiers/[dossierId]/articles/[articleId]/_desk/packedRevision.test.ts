import { expect, test } from "vitest";
import { makeArticle } from "@/bench/documents";
import { sentences } from "@/lib/text/sentences";
import { packRevision, unpackRevision } from "./packedRevision";

test("a revision comes out as it went in, with its text", () => {
  const { document, text } = makeArticle("S");
  const given = { id: "r", number: 2, document, sentences: sentences(text, "en") };
  expect(unpackRevision(packRevision(given))).toEqual({ ...given, text });
  expect(unpackRevision(packRevision({ ...given, sentences: [] })).sentences).toEqual([]);
});
