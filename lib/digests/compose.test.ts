import { expect, test } from "vitest";
import type { InboxItem } from "@/lib/inbox/schema";
import { composeDigest } from "./compose";

const evil = '<img src=x onerror=alert(1)>"\n\n== Your password ==\r\nhttps://evil.example \u202egnp.exe';
const item: InboxItem = {
  ...{
    id: "I",
    dossier: { id: "D", title: evil },
    seq: 1,
    reason: "mention",
    at: "2026-03-10T01:00:00.000Z",
  },
  ...{ readAt: null, actor: { id: "U", name: evil }, on: { type: "annotation", id: "N", isDeleted: false } },
  ...{ article: { id: "A", title: evil }, about: evil, comment: { id: "C", body: evil } },
  ...{ round: null, words: null, count: 1 },
};
const links = {
  address: "https://stet.example",
  unsubscribe: "https://stet.example/unsubscribe?token=t&x=1",
};

test("what people wrote does nothing: no markup, no line of its own, no turning around", () => {
  const { subject, text, html } = composeDigest([item], links);
  expect(html).not.toMatch(/<img|<script|onerror=alert\(1\)>"/);
  expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
  expect(text.split("\n").filter((line) => line.startsWith("=="))).toHaveLength(1);
  expect(text.split("\n").some((line) => line.startsWith("https://evil"))).toBe(false);
  expect(text + html).not.toContain("\u202e");
  expect(subject).toBe("Stet: 1 thing you have not read");
});

test("both say the same and lead to the very place", () => {
  const { text, html } = composeDigest([item, { ...item, on: { ...item.on, isDeleted: true } }], links);
  const place = "https://stet.example/dossiers/D/articles/A#annotation-N/comment-C";
  for (const part of [text, html]) {
    expect(part).toContain(place);
    expect(part).toContain("deleted since");
    expect(part).toContain("https://stet.example/inbox");
  }
  expect(html).toContain('href="https://stet.example/unsubscribe?token=t&amp;x=1"');
});
