import { describe, expect, test } from "vitest";
import type { InboxItem } from "./schema";
import { didWhat, inboxLink } from "./words";

const item = (at: string, more: Partial<InboxItem> = {}): InboxItem => ({
  ...{ id: at, dossier: { id: "D", title: "A dossier" }, seq: 1, reason: "mention", at, readAt: null },
  ...{ actor: { id: "U", name: "Ada" }, on: { type: "annotation", id: "N", isDeleted: false } },
  ...{ article: { id: "A", title: "An article" }, about: "words", comment: { id: "C", body: "Look" } },
  ...{ round: null, words: null, count: 1 },
  ...more,
});

describe("an item leads to the very place", () => {
  test.each<[string, Partial<InboxItem>, string | null]>([
    ["a comment on an annotation", {}, "/dossiers/D/articles/A#annotation-N/comment-C"],
    ["one deleted since", { comment: { id: "C", body: null } }, "/dossiers/D/articles/A#annotation-N"],
    ["an assignment", { comment: null }, "/dossiers/D/articles/A#annotation-N"],
    ["a link", { on: { type: "link", id: "L", isDeleted: false } }, "/dossiers/D/links#link-L/comment-C"],
    [
      "a report",
      { on: { type: "report", id: "R", isDeleted: false } },
      "/dossiers/D/reports/R#comments/comment-C",
    ],
    [
      "a round",
      { on: { type: "report", id: "R", isDeleted: false }, round: { id: "RO", reportId: "R", number: 2 } },
      "/dossiers/D/reports/R/rounds/RO",
    ],
    [
      "several things returned",
      {
        ...{ on: { type: "report", id: "R", isDeleted: false }, reason: "returned", count: 3 },
        round: { id: "RO", reportId: "R", number: 2 },
      },
      "/dossiers/D?tab=returned",
    ],
    [
      "a round that was returned as a whole",
      {
        ...{ on: { type: "report", id: "R", isDeleted: false }, reason: "returned", count: 0 },
        round: { id: "RO", reportId: "R", number: 2 },
      },
      "/dossiers/D/reports/R/rounds/RO",
    ],
    [
      "a webhook",
      { on: { type: "webhook", id: "W", isDeleted: false } },
      "/dossiers/D?tab=settings#webhook-W",
    ],
    ["what is deleted", { on: { type: "annotation", id: "N", isDeleted: true } }, null],
  ])("%s", (_name, more, href) => {
    expect(inboxLink(item("2026-03-10T01:00:00.000Z", more))).toBe(href);
  });
});

describe("what is returned is said to each as far as it is theirs", () => {
  const round = { id: "RO", reportId: "R", number: 2 };
  test.each<[Partial<InboxItem>, string]>([
    [{ round }, "returned a passage of yours"],
    [
      { round, on: { type: "report", id: "R", isDeleted: false }, count: 3 },
      "returned 3 of your passages and links in round 2",
    ],
    [
      { round, on: { type: "report", id: "R", isDeleted: false }, count: 0 },
      "returned round 2 of a report you worked on",
    ],
  ])("%o", (more, words) => {
    expect(didWhat(item("2026-03-10T01:00:00.000Z", { reason: "returned", ...more }))).toBe(words);
  });
});
