import { expect, test } from "vitest";
import { findAnnotations } from "./findAnnotations";

const annotations = [
  { id: "1", articleId: "b", start: 9, exact: "Every detainee was freed", note: "" },
  { id: "2", articleId: "a", start: 5, exact: "قُتل مئتا شخص", note: "" },
  { id: "3", articleId: "a", start: 1, exact: "freed", note: "Checked with the café owner" },
];

test.each([
  ["", ["3", "2", "1"]],
  ["FREED", ["3", "1"]],
  ["freed detainee", ["1"]],
  ["cafe", ["3"]],
  ["قتل", ["2"]],
  ["absent", []],
])("“%s” finds %o", (query, ids) => {
  expect(findAnnotations(annotations, query).map((one) => one.id)).toEqual(ids);
});
