import { describe, expect, test } from "vitest";
import type { NewEntry } from "@/lib/journal/entries";
import { type KnownBefore, whoIsTold } from "./model";

const [ada, ben, cem, gone] = ["a", "b", "c", "f"].map(
  (digit) => `0190a000-0000-7000-8000-00000000000${digit}`,
);
if (!ada || !ben || !cem || !gone) throw new Error("Four people.");
const at = (userId: string) => `@[Somebody](user:${userId})`;

const comment = (id: string, createdBy: string, replyTo: string | null = null, body = "words") => {
  return { id, createdBy, replyTo, body };
};
const before: KnownBefore = {
  members: { [ada]: { role: "owner" }, [ben]: { role: "reviewer" }, [cem]: { role: "editor" } },
  comments: Object.fromEntries(
    [
      comment("1", ada),
      comment("2", ben, "1", `see ${at(ada)}`),
      comment("3", cem, "2"),
      comment("4", gone, "1"),
      comment("9", cem),
    ].map((one) => [one.id, one]),
  ),
  annotations: { x: { assignee: ben } },
  links: { y: { owner: null } },
  rounds: {
    r: {
      items: [
        { type: "annotation", id: "x", makers: [ada, cem] },
        { type: "annotation", id: "z", makers: [ben] },
      ],
    },
  },
};

/** An entry as far as the rule reads it. */
const entry = (type: string, payload: object) =>
  ({ type, subject: { type: type.split(".")[0], id: "0" }, payload }) as unknown as NewEntry;
const commented = (body: string, replyTo: string | null = null) =>
  entry("comment.created", { comment: { ...comment("10", ada, replyTo), body } });
const reworded = (id: string, body: string) => entry("comment.changed", { comment: { id, body } });
const assigned = (type: string, id: string, assignee: string | null) =>
  entry(type, { annotation: { id, assignee } });
const decided = (...items: [id: string, decision: string][]) =>
  entry("round.decided", {
    roundId: "r",
    items: items.map(([id, decision]) => ({ type: "annotation", id, decision, reason: "" })),
  });
const round = (type: string) => entry(type, { round: { contributors: [ada, cem, gone] } });
const owned = (type: string, id: string, owner: string | null) => entry(type, { link: { id, owner } });

describe("who is told", () => {
  test.each<[string, string, NewEntry, Record<string, string>]>([
    [
      "a round: those who can decide on it",
      cem,
      round("round.submitted"),
      { [ada]: "review", [ben]: "review" },
    ],
    [
      "a round sent back: who made something in it",
      ben,
      round("round.returned"),
      { [ada]: "returned", [cem]: "returned" },
    ],
    ["a sign-off: the same", ben, round("round.signed"), { [ada]: "sign_off", [cem]: "sign_off" }],
    [
      "an item returned: its makers, not those of the accepted one",
      ben,
      decided(["x", "returned"], ["z", "accepted"]),
      { [ada]: "returned", [cem]: "returned" },
    ],
    ["all accepted", ada, decided(["x", "accepted"], ["z", "accepted"]), {}],
    [
      "a webhook switched off: the owners, whoever did it",
      "nobody",
      entry("webhook.disabled", {}),
      { [ada]: "webhook" },
    ],
    [
      "a comment that mentions two",
      ada,
      commented(`${at(ben)} ${at(cem)} ${at(ben)}`),
      { [ben]: "mention", [cem]: "mention" },
    ],
    ["a comment that mentions its author", ada, commented(at(ada)), {}],
    ["a comment that mentions someone who is not in the dossier", ada, commented(at(gone)), {}],
    ["a comment that begins a thread", ada, commented("hm"), {}],
    [
      "a reply: all who wrote in the thread, not its author",
      ada,
      commented("yes", "1"),
      { [ben]: "reply", [cem]: "reply" },
    ],
    [
      "a reply to a reply is in the same thread",
      ada,
      commented("yes", "3"),
      { [ben]: "reply", [cem]: "reply" },
    ],
    ["a reply in another thread", ada, commented("yes", "9"), { [cem]: "reply" }],
    [
      "a reply that also mentions: the mention is the reason",
      ada,
      commented(at(cem), "1"),
      { [cem]: "mention", [ben]: "reply" },
    ],
    ["a mention added by a change", ben, reworded("2", `${at(ada)} ${at(cem)}`), { [cem]: "mention" }],
    ["a mention that stood there before", ben, reworded("2", `now ${at(ada)}`), {}],
    [
      "an annotation given to somebody",
      ada,
      assigned("annotation.changed", "x", cem),
      { [cem]: "assignment" },
    ],
    ["an annotation changed that was theirs before", ada, assigned("annotation.changed", "x", ben), {}],
    ["an annotation taken by oneself", cem, assigned("annotation.changed", "x", cem), {}],
    ["an annotation given to nobody", ada, assigned("annotation.changed", "x", null), {}],
    [
      "a new annotation with an assignee",
      ada,
      assigned("annotation.created", "new", ben),
      { [ben]: "assignment" },
    ],
    ["an annotation brought back", ada, assigned("annotation.restored", "x", cem), {}],
    ["a link given an owner", ada, owned("link.changed", "y", ben), { [ben]: "assignment" }],
    ["a link given to someone removed meanwhile", ada, owned("link.changed", "y", gone), {}],
    ["a deleted comment", ada, entry("comment.deleted", { comment: comment("1", ada, null, at(ben)) }), {}],
  ])("%s", (_name, actorId, changed, expected) => {
    const told = whoIsTold({ ...changed, actorId }, before);
    expect(Object.fromEntries(told.map(({ userId, reason }) => [userId, reason]))).toEqual(expected);
  });
});
