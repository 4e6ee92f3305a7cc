/** Roles per dossier, weakest first; each does what the ones before it do. */
export const roles = ["viewer", "editor", "reviewer", "owner"] as const;
export type Role = (typeof roles)[number];

/** Least role for each action inside a dossier. */
const leastRole = {
  "dossier.read": "viewer",
  "dossier.change": "owner",
  "dossier.delete": "owner",
  "member.manage": "owner",
  "webhook.manage": "owner",
  "article.add": "editor",
  "article.change": "editor",
  "article.delete": "editor",
  "article.adjudicate": "reviewer",
  "sentence.clear": "editor",
  "annotation.create": "editor",
  "annotation.change": "editor",
  "annotation.delete": "editor",
  "evidence.write": "editor",
  "link.create": "editor",
  "link.change": "editor",
  "link.delete": "editor",
  "filter.write": "editor",
  "comment.create": "editor",
  "comment.change": "editor",
  "report.create": "editor",
  "report.change": "editor",
  "report.delete": "editor",
  "report.submit": "editor",
  "round.decide": "reviewer",
  "round.return": "reviewer",
  "round.sign": "reviewer",
  "round.withdraw": "reviewer",
  "round.correct": "reviewer",
} as const satisfies Record<string, Role>;

export type Action = keyof typeof leastRole;
export const actions = Object.keys(leastRole) as Action[];

export type Actor = { userId: string; role: Role };

/** What an action is about, as far as the rules ask: who made it, and what state it is in. */
export type Subject = {
  /** Whoever made or last changed the one thing acted on. */
  makers?: readonly string[];
  /** Everyone who made something in the round. */
  contributors?: readonly string[];
  /** Whoever gave the sign-off acted on. */
  signer?: string;
  reportStatus?: "draft" | "in_review" | "returned" | "signed_off";
  roundStatus?: "in_review" | "returned" | "signed_off";
};

/**
 * Why `actor` may not do `action` on `subject`, as a sentence; null when they may.
 * The two-person rule stands above roles: there is no override, for admins neither.
 */
export function refusalOf(actor: Actor, action: Action, subject: Subject = {}): string | null {
  const least = leastRole[action];
  if (roles.indexOf(actor.role) < roles.indexOf(least)) {
    return `This needs the role ${least} in the dossier; yours is ${actor.role}.`;
  }
  switch (action) {
    case "comment.change":
      return subject.makers?.includes(actor.userId) === false
        ? "Only its author can change a comment."
        : null;
    case "report.submit":
      return subject.reportStatus === "in_review" ? "This report is in review already." : null;
    case "round.decide":
      if (subject.makers?.includes(actor.userId)) {
        return "You made this or changed it last: someone else decides on it.";
      }
      return subject.roundStatus && subject.roundStatus !== "in_review" ? "This round is closed." : null;
    case "round.return":
      return subject.roundStatus && subject.roundStatus !== "in_review" ? "This round is closed." : null;
    case "round.sign":
      if (subject.contributors?.includes(actor.userId)) {
        return "You contributed to this report: someone who did not signs it.";
      }
      return subject.roundStatus && subject.roundStatus !== "in_review" ? "This round is closed." : null;
    case "round.withdraw":
      return subject.signer !== undefined && subject.signer !== actor.userId && actor.role !== "owner"
        ? "Whoever gave a sign-off withdraws it, or an owner of the dossier."
        : null;
    case "round.correct":
      return subject.roundStatus && subject.roundStatus !== "signed_off"
        ? "Only what was signed is corrected. What is still in review can be changed itself."
        : null;
    default:
      return null;
  }
}

/** Whether `actor` may do `action` on `subject`: asked by the server to enforce and by the browser to show. */
export function can(actor: Actor, action: Action, subject: Subject = {}): boolean {
  return refusalOf(actor, action, subject) === null;
}
