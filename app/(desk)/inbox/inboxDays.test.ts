import { describe, expect, test } from "vitest";
import type { InboxItem } from "@/lib/inbox/schema";
import { inboxDays, inboxLink } from "./inboxDays";

const item = (at: string, more: Partial<InboxItem> = {}): InboxItem => ({
  ...{ id: at, dossier: { id: "D", title: "A dossier" }, seq: 1, reason: "mention", at, readAt: null },
  ...{ actor: { id: "U", name: "Ada" }, on: { type: "annotation", id: "N", isDeleted: false } },
  ...{ article: { id: "A", title: "An article" }, about: "words", comment: { id: "C", body: "Look" } },
  ...more,
});

test("a day is the reader's day", () => {
  const items = [
    item("2026-03-10T01:00:00.000Z"),
    item("2026-03-09T23:30:00.000Z"),
    item("2026-03-09T02:00:00.000Z"),
  ];
  const sizes = (zone: string) => inboxDays(items, zone).map((day) => day.items.length);
  expect(sizes("UTC")).toEqual([1, 2]);
  expect(sizes("Asia/Beirut")).toEqual([2, 1]);
});

describe("an item leads to the very place", () => {
  test.each<[string, Partial<InboxItem>, string | null]>([
    ["a comment on an annotation", {}, "/dossiers/D/articles/A#annotation-N/comment-C"],
    ["one deleted since", { comment: { id: "C", body: null } }, "/dossiers/D/articles/A#annotation-N"],
    ["an assignment", { comment: null }, "/dossiers/D/articles/A#annotation-N"],
    ["a link", { on: { type: "link", id: "L", isDeleted: false } }, "/dossiers/D?tab=links#link-L/comment-C"],
    ["a report", { on: { type: "report", id: "R", isDeleted: false } }, "/dossiers/D/reports/R"],
    ["what is deleted", { on: { type: "annotation", id: "N", isDeleted: true } }, null],
  ])("%s", (_name, more, href) => {
    expect(inboxLink(item("2026-03-10T01:00:00.000Z", more))).toBe(href);
  });
});
