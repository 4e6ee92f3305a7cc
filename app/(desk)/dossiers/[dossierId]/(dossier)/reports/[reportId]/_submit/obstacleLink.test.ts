import { expect, test } from "vitest";
import { obstacleLink } from "./obstacleLink";

const report = { dossierId: "d", id: "r" };
const none = { articleId: null, annotationId: null, linkId: null, commentId: null, range: null, excerpt: "" };
const on = { type: "article" as const, id: "x" };

test.each([
  ["an open sentence", { articleId: "a", range: { start: 3, end: 9 } }, "/dossiers/d/articles/a#passage-3-9"],
  ["an annotation", { articleId: "a", annotationId: "n" }, "/dossiers/d/articles/a#annotation-n"],
  [
    "a comment on an annotation",
    { articleId: "a", annotationId: "n", commentId: "c" },
    "/dossiers/d/articles/a#annotation-n/comment-c",
  ],
  ["a link", { linkId: "l" }, "/dossiers/d/links#link-l"],
  ["a comment on a link", { linkId: "l", commentId: "c" }, "/dossiers/d/links#link-l/comment-c"],
  ["a comment on the report", { commentId: "c" }, "/dossiers/d/reports/r#comments/comment-c"],
])("the way to %s", (_what, place, href) => {
  expect(obstacleLink({ ...none, on, ...place }, report)).toBe(href);
});
