import type { Entry } from "@/lib/journal/entries";
import { kindWords } from "@/lib/ui/KindBadge";
import { counted, relationWords, roleWords, shortened } from "../../../words";

/** What an entry tells: what was done, in the past tense after a name, and to what, if that has a place to go to. */
export type EntryWords = {
  did: string;
  /** The words of the thing, quoted or named. */
  what?: string;
  href?: string;
};

/** A journal entry as a sentence: "Ada **changed a claim** “…”". */
export function entryWords(entry: Entry): EntryWords {
  const home = `/dossiers/${entry.dossierId}`;
  switch (entry.type) {
    case "dossier.created":
      return { did: "created the dossier", what: entry.payload.dossier.title };
    case "dossier.changed":
      return { did: "changed the dossier’s settings" };
    case "dossier.deleted":
      return { did: "deleted the dossier" };
    case "member.added":
      return {
        did: `added a member as ${roleOf(entry)}:`,
        what: entry.payload.member.name,
        href: `${home}?tab=members`,
      };
    case "member.changed":
      return {
        did: `made a member ${roleOf(entry)}:`,
        what: entry.payload.member.name,
        href: `${home}?tab=members`,
      };
    case "member.removed":
      return { did: "removed a member:", what: entry.payload.member.name };
    case "article.added":
    case "article.changed":
    case "article.deleted": {
      const { id, title } = entry.payload.article;
      const href = entry.type === "article.deleted" ? undefined : `${home}/articles/${id}`;
      return { did: `${entry.type.slice(8)} the article`, what: title, href };
    }
    case "article.adjudicated": {
      const { id, title } = entry.payload.article;
      const href = `${home}/articles/${id}/agreement`;
      return { did: "made one set of two people’s annotations of", what: title, href };
    }
    case "annotation.created":
    case "annotation.changed":
    case "annotation.deleted":
    case "annotation.restored": {
      const { id, articleId, kind, exact } = entry.payload.annotation;
      const verb = entry.type === "annotation.created" ? "tagged" : entry.type.slice(11);
      const href =
        entry.type === "annotation.deleted" ? undefined : `${home}/articles/${articleId}#annotation-${id}`;
      return { did: `${verb} ${withArticle(kindWords[kind].one.toLowerCase())}:`, what: quoted(exact), href };
    }
    case "evidence.added":
    case "evidence.changed":
    case "evidence.deleted":
    case "evidence.restored": {
      const { stance, title } = entry.payload.evidence;
      return {
        did: `${entry.type.slice(9)} evidence ${stance === "for" ? "for" : "against"} a passage:`,
        what: title,
      };
    }
    case "sentence.cleared":
      return { did: "marked a sentence “nothing to check”", ...articleOf(home, entry.payload.sentence) };
    case "sentence.reopened":
      return {
        did: "took back “nothing to check” from a sentence",
        ...articleOf(home, entry.payload.sentence),
      };
    case "link.created":
    case "link.changed":
    case "link.seen":
    case "link.deleted":
    case "link.restored": {
      const { relation } = entry.payload.link;
      const noun = relation === "contradicts" ? "a contradiction" : `a link (${relationWords[relation]})`;
      const verb =
        entry.type === "link.created"
          ? "recorded"
          : entry.type === "link.seen"
            ? "looked again at"
            : entry.type.slice(5);
      return {
        did: `${verb}`,
        what: noun,
        href: entry.type === "link.deleted" ? undefined : `${home}/links#link-${entry.payload.link.id}`,
      };
    }
    case "filter.saved":
    case "filter.changed":
    case "filter.deleted": {
      const { name, query } = entry.payload.filter;
      const href = entry.type === "filter.deleted" ? undefined : `${home}/links?${query}`;
      return { did: `${entry.type.slice(7)} the filter of the board:`, what: name, href };
    }
    case "comment.created":
      return { did: "commented:", what: quoted(entry.payload.comment.body) };
    case "comment.changed":
      return { did: "changed a comment:", what: quoted(entry.payload.comment.body) };
    case "comment.deleted":
      return { did: "deleted a comment" };
    case "comment.restored":
      return { did: "restored a comment:", what: quoted(entry.payload.comment.body) };
    case "report.created":
    case "report.changed":
    case "report.deleted": {
      const { id, title } = entry.payload.report;
      const href = entry.type === "report.deleted" ? undefined : `${home}/reports/${id}`;
      return { did: `${entry.type.slice(7)} the report`, what: title, href };
    }
    case "memo.edited": {
      const { reportId, title } = entry.payload;
      return { did: "wrote in the memo of", what: title, href: `${home}/reports/${reportId}` };
    }
    case "round.submitted":
    case "round.returned":
    case "round.signed": {
      const { round, report } = entry.payload;
      const verb = { "round.submitted": "submitted", "round.returned": "returned", "round.signed": "signed" }[
        entry.type
      ];
      const href = `${home}/reports/${report.id}/rounds/${round.id}`;
      return { did: `${verb} round ${round.number} of the report`, what: report.title, href };
    }
    case "signOff.withdrawn":
    case "correction.added": {
      const { round } = entry.payload;
      const did =
        entry.type === "signOff.withdrawn" ? "withdrew a sign-off of" : "corrected what was signed in";
      const href = `${home}/reports/${round.reportId}/rounds/${round.id}`;
      return { did, what: `round ${round.number}`, href };
    }
    case "round.decided":
      return { did: decided(entry.payload.items) };
    case "round.refused": {
      const { attempt, code } = entry.payload;
      const why = code === "outdated" ? "of other content than was frozen" : "by someone who may not";
      return { did: `refused a ${attempt === "sign" ? "sign-off" : "decision"} ${why}` };
    }
    case "round.undecided":
      return {
        did: `took back what they decided on ${counted(entry.payload.items.length, "item")} in review`,
      };
    case "webhook.added":
    case "webhook.changed":
    case "webhook.deleted":
    case "webhook.disabled": {
      const verb = { added: "added", changed: "changed", deleted: "deleted", disabled: "switched off" };
      const did = verb[entry.type.slice(8) as keyof typeof verb];
      return { did: `${did} the webhook to`, what: entry.payload.webhook.origin };
    }
  }
}

function roleOf(entry: Extract<Entry, { type: "member.added" | "member.changed" }>): string {
  return roleWords[entry.payload.member.role].name.toLowerCase();
}

function articleOf(home: string, sentence: { articleId: string }): Pick<EntryWords, "what" | "href"> {
  return { what: "in an article", href: `${home}/articles/${sentence.articleId}` };
}

function decided(items: readonly { decision: "accepted" | "returned" }[]): string {
  const accepted = items.filter((item) => item.decision === "accepted").length;
  const returned = items.length - accepted;
  return [
    accepted > 0 && `accepted ${counted(accepted, "item")}`,
    returned > 0 && `returned ${counted(returned, "item")}`,
  ]
    .filter(Boolean)
    .join(" and ")
    .concat(" in review");
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

function quoted(text: string): string {
  return `“${shortened(text)}”`;
}
