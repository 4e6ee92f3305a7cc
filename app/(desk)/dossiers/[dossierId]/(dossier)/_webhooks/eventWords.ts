import { grouped } from "@/lib/text/grouped";
import { webhookEvents } from "@/lib/webhooks/schema";

type Event = (typeof webhookEvents)[number];

const nouns: Record<string, string> = {
  dossier: "Dossier",
  member: "Members",
  article: "Articles",
  annotation: "Annotations",
  evidence: "Evidence",
  sentence: "Sentences",
  link: "Links and contradictions",
  filter: "Filters of the board",
  comment: "Comments",
  memo: "Memo",
  report: "Reports",
  round: "Review and sign-off",
  signOff: "Sign-offs",
  correction: "Corrections",
  webhook: "Webhooks",
};

/** What a webhook can be told of, by noun, as a form asks it. */
export const eventGroups: readonly { noun: string; events: readonly Event[] }[] = [
  ...grouped(webhookEvents, (event) => nounOf(event)),
].map(([noun, events]) => ({ noun: nouns[noun] ?? noun, events }));

/** "annotation.created" as "created". */
export function eventVerb(event: string): string {
  return event.slice(event.indexOf(".") + 1);
}

function nounOf(event: string): string {
  return event.slice(0, event.indexOf("."));
}
