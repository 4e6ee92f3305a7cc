import { type DossierState, sentenceKey } from "@/lib/journal/apply";
import { thingOf } from "@/lib/live/pending";
import { fieldOf, isSame, type SingleStep, type StepNoun, type StepThings } from "./steps";

/** What a person says of a thing, per noun; the rest follows from it or is the server's. */
const contents = {
  annotation: [
    ...["kind", "note", "attributes", "checkStatus", "start", "end", "tags", "assignee", "confidence"],
  ],
  link: [
    ...["relation", "subtype", "sameEvent", "strength", "severity", "rationale"],
    ...["status", "statusReason", "owner"],
  ],
  evidence: ["stance", "url", "title", "locator", "tier", "note", "retrievedAt"],
  comment: ["body", "resolved"],
} as const satisfies Record<StepNoun, readonly string[]>;

/** Fields that follow from others and that nobody sets back for another person. */
export const followers: readonly string[] = ["checker", "secondChecker"];

const nouns = { annotation: "annotation", link: "link", evidence: "source", comment: "comment" } as const;

/**
 * Why a step cannot be done on this state without overwriting what someone else did since; null when it can.
 * `me` may take back only what still stands as they left it. The server has the last word, by version.
 */
export function conflictOf(step: SingleStep, state: DossierState, me: string): string | null {
  if (step.noun === "sentence") {
    const cleared = state.cleared[sentenceKey(step.place)];
    if ((cleared !== undefined) === (step.does === "clear")) return "Someone else has already done this.";
    if (cleared && cleared.clearedBy !== me) return "Someone else has marked this sentence since.";
    return null;
  }
  const word = nouns[step.noun];
  const now = thingOf(state, step.noun, step.does === "change" ? step.id : step.thing.id);
  if (step.does === "restore" || step.does === "create") {
    if (now) return `This ${word} is there already.`;
    return goneBelow(step.thing, state);
  }
  if (!now) return `This ${word} has been deleted since.`;
  const who = "updatedBy" in now && now.updatedBy === me ? "This" : "Someone else has changed this";
  const reason = who === "This" ? `This ${word} has changed since.` : `${who} ${word} since.`;
  if (step.does === "change") return isAsLeft(now, step.before) ? null : reason;
  return isAsMade(step.noun, now, step.thing) ? othersBelow(step, state, me) : reason;
}

/** Whether the fields that `left` names still say what it says. */
export function isAsLeft(now: StepThings[StepNoun], left: object): boolean {
  return Object.entries(left).every(
    ([field, value]) => followers.includes(field) || isSame(fieldOf(now, field), value),
  );
}

/** Whether a thing says what it said when `made` was taken down. */
export function isAsMade(noun: StepNoun, now: StepThings[StepNoun], made: StepThings[StepNoun]): boolean {
  return contents[noun].every((field) => isSame(fieldOf(now, field), fieldOf(made, field)));
}

/** What a thing stands on must be there before it can be brought back. */
function goneBelow(thing: StepThings[StepNoun], state: DossierState): string | null {
  if ("relation" in thing) {
    const isWhole = state.annotations[thing.from] && state.annotations[thing.to];
    return isWhole ? null : "One of the two passages it linked is deleted.";
  }
  if ("annotationId" in thing) {
    return state.annotations[thing.annotationId] ? null : "The annotation it belongs to is deleted.";
  }
  if ("on" in thing) {
    const { on, replyTo } = thing;
    const place = { annotation: "annotations", link: "links", report: "reports" } as const;
    if (!state[place[on.type]][on.id]) return `The ${on.type} it is about is deleted.`;
    return replyTo && !state.comments[replyTo] ? "The comment it answers is deleted." : null;
  }
  return state.articles[thing.articleId] ? null : "Its article is deleted.";
}

/** What others have hung on a thing since would go with it. */
function othersBelow(step: SingleStep, state: DossierState, me: string): string | null {
  if (step.noun === "sentence" || step.does === "change") return null;
  const { id } = step.thing;
  const isOthers = ({ createdBy }: { createdBy: string }) => createdBy !== me;
  const sources = Object.values(state.evidence).filter((one) => one.annotationId === id);
  const links = Object.values(state.links).filter((one) => one.from === id || one.to === id);
  const comments = Object.values(state.comments).filter((one) => one.on.id === id || one.replyTo === id);
  return [...sources, ...links, ...comments].some(isOthers)
    ? `Someone else has added something to this ${nouns[step.noun]} since.`
    : null;
}
