import { expect, test } from "vitest";
import type { InboxItem } from "@/lib/inbox/schema";
import { inboxDays } from "./inboxDays";

const item = (at: string, more: Partial<InboxItem> = {}): InboxItem => ({
  ...{ id: at, dossier: { id: "D", title: "A dossier" }, seq: 1, reason: "mention", at, readAt: null },
  ...{ actor: { id: "U", name: "Ada" }, on: { type: "annotation", id: "N", isDeleted: false } },
  ...{ article: { id: "A", title: "An article" }, about: "words", comment: { id: "C", body: "Look" } },
  ...{ round: null, words: null, count: 1 },
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
