import { expect, test } from "vitest";
import type { Report } from "@/lib/reports/schema";
import { isChanged, withChange, written } from "./reportDraft";

const base = { id: "r", title: "A", memo: "m", articles: ["1", "2"], version: 3 } as Report;

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
