import { afterAll, beforeAll, expect, test } from "vitest";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { createComment, deleteComment, restoreComment } from "./commands";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test("its author brings a deleted comment back, nobody else", async () => {
  const annotation = await desk.tag("490 people were freed");
  const on = { type: "annotation", id: annotation.id } as const;
  const { id } = await createComment(desk.editor, { dossierId: desk.dossierId, on, body: "Call them." });
  await deleteComment(desk.editor, { commentId: id, version: 1 });
  const restore = { commentId: id, version: 2 };
  await expect(restoreComment(desk.editor2, restore)).rejects.toMatchObject({ code: "forbidden" });
  await expect(restoreComment(desk.outsider, restore)).rejects.toMatchObject({ code: "not_found" });
  const back = await restoreComment(desk.editor, restore);
  expect(back).toMatchObject({ body: "Call them.", deletedAt: null, version: 3 });
  await expect(restoreComment(desk.editor, restore)).rejects.toMatchObject({ code: "stale", current: back });
});

test("a reply comes back only under the comment it answers", async () => {
  const annotation = await desk.tag("Nobody else confirmed it");
  const talk = { dossierId: desk.dossierId, on: { type: "annotation", id: annotation.id } as const };
  const first = await createComment(desk.editor, { ...talk, body: "Who?" });
  const reply = await createComment(desk.editor2, { ...talk, body: "Nobody.", replyTo: first.id });
  await deleteComment(desk.editor2, { commentId: reply.id, version: 1 });
  await deleteComment(desk.editor, { commentId: first.id, version: 1 });
  const restore = () => restoreComment(desk.editor2, { commentId: reply.id, version: 2 });
  await expect(restore()).rejects.toMatchObject({ code: "not_found", field: "replyTo" });
  await restoreComment(desk.editor, { commentId: first.id, version: 2 });
  expect((await restore()).replyTo).toBe(first.id);
});
