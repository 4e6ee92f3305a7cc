import { describe, expect, test } from "vitest";
import { type Action, actions, can, type Role, refusalOf, roles } from "./policy";

/** The whole table: who may do what, weakest role first. */
const table: Record<Action, readonly Role[]> = {
  "dossier.read": ["viewer", "editor", "reviewer", "owner"],
  "dossier.change": ["owner"],
  "dossier.delete": ["owner"],
  "member.manage": ["owner"],
  "webhook.manage": ["owner"],
  "article.add": ["editor", "reviewer", "owner"],
  "article.change": ["editor", "reviewer", "owner"],
  "article.delete": ["editor", "reviewer", "owner"],
  "article.adjudicate": ["reviewer", "owner"],
  "sentence.clear": ["editor", "reviewer", "owner"],
  "annotation.create": ["editor", "reviewer", "owner"],
  "annotation.change": ["editor", "reviewer", "owner"],
  "annotation.delete": ["editor", "reviewer", "owner"],
  "evidence.write": ["editor", "reviewer", "owner"],
  "link.create": ["editor", "reviewer", "owner"],
  "link.change": ["editor", "reviewer", "owner"],
  "link.delete": ["editor", "reviewer", "owner"],
  "filter.write": ["editor", "reviewer", "owner"],
  "comment.create": ["editor", "reviewer", "owner"],
  "comment.change": ["editor", "reviewer", "owner"],
  "report.create": ["editor", "reviewer", "owner"],
  "report.change": ["editor", "reviewer", "owner"],
  "report.delete": ["editor", "reviewer", "owner"],
  "report.submit": ["editor", "reviewer", "owner"],
  "round.decide": ["reviewer", "owner"],
  "round.return": ["reviewer", "owner"],
  "round.sign": ["reviewer", "owner"],
  "round.withdraw": ["reviewer", "owner"],
  "round.correct": ["reviewer", "owner"],
};

describe("the policy table", () => {
  test("names every action", () => {
    expect(Object.keys(table).sort()).toEqual([...actions].sort());
  });

  test.each(actions.flatMap((action) => roles.map((role) => [action, role] as const)))(
    "%s as %s",
    (action, role) => {
      expect(can({ userId: "me", role }, action)).toBe(table[action].includes(role));
    },
  );
});

describe("what is acted on", () => {
  const statuses = ["in_review", "returned", "signed_off"] as const;
  const deciders = roles.filter((role) => table["round.decide"].includes(role));

  test.each(deciders)("a %s does not decide on what they made, whatever the round's state", (role) => {
    for (const roundStatus of statuses) {
      expect(can({ userId: "me", role }, "round.decide", { makers: ["you", "me"], roundStatus })).toBe(false);
    }
  });

  test.each(deciders)("a %s decides on another's work while the round is in review, not later", (role) => {
    const may = statuses.map((roundStatus) =>
      can({ userId: "me", role }, "round.decide", { makers: ["you"], roundStatus }),
    );
    expect(may).toEqual([true, false, false]);
  });

  test.each(deciders)("a %s signs only what they did not contribute to, while it is in review", (role) => {
    for (const roundStatus of statuses) {
      expect(can({ userId: "me", role }, "round.sign", { contributors: ["me"], roundStatus })).toBe(false);
      const open = roundStatus === "in_review";
      expect(can({ userId: "me", role }, "round.sign", { contributors: ["you"], roundStatus })).toBe(open);
      expect(can({ userId: "me", role }, "round.return", { roundStatus })).toBe(open);
    }
  });

  test.each(roles)(
    "a %s withdraws their own sign-off if they may at all, another's only as owner",
    (role) => {
      const may = (signer: string) => can({ userId: "me", role }, "round.withdraw", { signer });
      expect(may("me")).toBe(table["round.withdraw"].includes(role));
      expect(may("you")).toBe(role === "owner");
    },
  );

  test.each(roles)("a %s corrects only what was signed", (role) => {
    const may = statuses.map((roundStatus) => can({ userId: "me", role }, "round.correct", { roundStatus }));
    expect(may).toEqual([false, false, table["round.correct"].includes(role)]);
  });

  test("a report is submitted from every state but in review", () => {
    const may = (["draft", "in_review", "returned", "signed_off"] as const).map((reportStatus) =>
      can({ userId: "me", role: "editor" }, "report.submit", { reportStatus }),
    );
    expect(may).toEqual([true, false, true, true]);
  });

  test.each(roles)("a %s changes no other person's comment", (role) => {
    expect(can({ userId: "me", role }, "comment.change", { makers: ["you"] })).toBe(false);
    expect(can({ userId: "me", role }, "comment.change", { makers: ["me"] })).toBe(role !== "viewer");
  });

  test("a refusal is a sentence", () => {
    expect(refusalOf({ userId: "me", role: "viewer" }, "link.create")).toMatch(/editor.*viewer/);
  });
});
