import { expect, test } from "vitest";
import type { LinkDetails } from "@/lib/desk/linkDraft";
import { keepUnfinished, unfinishedLink } from "./unfinishedLinks";

const place = (start: number) => ({ revisionId: "r", start, end: start + 5 });
const said: LinkDetails = {
  ...{ relation: "qualifies", subtype: null, sameEvent: "no", strength: null, rationale: "Two decrees." },
};

test("what was said of two passages is there again for these two, in this order, until the link is made", () => {
  keepUnfinished(place(0), place(9), said);
  expect(unfinishedLink(place(0), place(9))).toEqual(said);
  expect(unfinishedLink(place(9), place(0))).toBeUndefined();
  keepUnfinished(place(0), place(9), null);
  expect(unfinishedLink(place(0), place(9))).toBeUndefined();
});
