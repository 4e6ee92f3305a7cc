import { expect, test } from "vitest";
import { threadOf, threadsOn, unresolvedOn } from "./model";
import type { Comment } from "./schema";

const on = { type: "annotation", id: "N" } as const;
const comment = (id: string, more: Partial<Comment> = {}): Comment => ({
  ...{ id, dossierId: "D", on, replyTo: null, body: "words", resolvedAt: null, resolvedBy: null, version: 1 },
  ...{ createdBy: "U", createdAt: `2026-03-10T00:00:0${id}.000Z`, updatedAt: "", deletedAt: null, ...more },
});
const all = (...list: Comment[]) => Object.fromEntries(list.map((one) => [one.id, one]));
const shape = (comments: Record<string, Comment>) =>
  threadsOn(comments, on).map(({ id, root, replies }) => [
    id,
    root?.id ?? null,
    replies.map((one) => one.id),
  ]);

test("replies, and replies to replies, stand in the thread they answer in, by time", () => {
  const comments = all(
    comment("4", { replyTo: "3" }),
    comment("3", { replyTo: "1" }),
    comment("2"),
    comment("1"),
    comment("5", { on: { type: "link", id: "N" } }),
  );
  expect(shape(comments)).toEqual([
    ["1", "1", ["3", "4"]],
    ["2", "2", []],
  ]);
});

test("a thread whose beginning was deleted keeps its answers together", () => {
  const comments = all(comment("3", { replyTo: "1" }), comment("4", { replyTo: "1" }), comment("2"));
  expect(shape(comments)).toEqual([
    ["2", "2", []],
    ["1", null, ["3", "4"]],
  ]);
  expect(threadOf({ id: "9", replyTo: "1" }, comments)).toBe("1");
});

test("resolved threads do not wait for anybody", () => {
  const comments = all(comment("1", { resolvedAt: "2026-03-11T00:00:00.000Z" }), comment("2"));
  expect(unresolvedOn(comments, on)).toBe(1);
  expect(unresolvedOn(comments, { type: "link", id: "N" })).toBe(0);
});

test("replies that lead in a circle end somewhere", () => {
  const comments = all(comment("1", { replyTo: "2" }), comment("2", { replyTo: "1" }));
  expect(() => threadsOn(comments, on)).not.toThrow();
});
