import { expect, test } from "vitest";
import type { ReportHead } from "@/lib/reports/schema";
import { isBeside, isChanged, withChange, written } from "./reportDraft";

const base = { id: "r", title: "A", articles: ["1", "2"], version: 3 } as ReportHead;

test("only what differs from the start is a change, and going back is none", () => {
  const retitled = withChange({ base, changed: {} }, { title: "B", articles: ["1", "2"] });
  expect(retitled.changed).toEqual({ title: "B" });
  expect(written(retitled)).toEqual({ ...base, title: "B" });
  expect(isChanged(withChange(retitled, { title: "A" }))).toBe(false);
});

test("the order of articles is a change", () => {
  expect(withChange({ base, changed: {} }, { articles: ["2", "1"] }).changed).toEqual({
    articles: ["2", "1"],
  });
});

test("words typed in the memo stand beside a changed title, another title does not", () => {
  const draft = withChange({ base, changed: {} }, { title: "B" });
  expect(isBeside(draft, { ...base, version: 4 })).toBe(true);
  expect(isBeside(draft, { ...base, version: 4, title: "C" })).toBe(false);
});
