import { expect, test } from "vitest";
import { parseFilter } from "@/lib/links/filter";
import { filterOfQuery } from "./filterOfQuery";

test("a page reads the same filter from its query as the browser from its address", () => {
  const query = { status: ["open", "confirmed"], q: "a b", tab: undefined };
  expect(filterOfQuery(query)).toEqual(parseFilter("status=open&status=confirmed&q=a+b"));
  expect(filterOfQuery(query)).toEqual({ status: ["open"], q: "a b", sort: "newest" });
});
