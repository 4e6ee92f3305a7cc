import type { Entry } from "@/lib/journal/entries";
import { annotationChange, annotationNoun, linkChange, linkNoun, reportChange } from "./changes";
import type { Activity } from "./schema";

/** How what entries are about stands now; undefined for what is gone without a trace. */
export type Look = {
  nameOf(userId: string): string;
  article(id: string): { title: string; isDeleted: boolean } | undefined;
  annotation(id: string): { articleId: string; exact: string; isDeleted: boolean } | undefined;
  /** `exact`: the words of the end that it starts from. */
  link(id: string): { exact: string; isDeleted: boolean } | undefined;
  report(id: string): { title: string; isDeleted: boolean } | undefined;
  /** `isDeleted`: the round's report is. */
  round(id: string): { reportId: string; number: number; title: string; isDeleted: boolean } | undefined;
  comment(id: string): { isDeleted: boolean } | undefined;
  /** A comment's body as it is read: people by their names. */
  plain(body: string): string;
};

type Said = Pick<Activity, "did"> &
  Partial<Pick<Activity, "what" | "isQuote" | "article" | "href" | "isDeleted">>;

const MOST_QUOTED = 160;

/**
 * A journal entry as a sentence with a way to what it is about.
 *
 * @param before the thing as the journal had it before this entry, for entries that change one
 */
export function presentActivity(entry: Entry, before: unknown, look: Look): Activity {
  const { seq, at, actorId, type, subject } = entry;
  const nothing = { what: null, isQuote: false, article: null, href: null, isDeleted: false };
  const said = { ...nothing, ...sayOf(entry, before, look) };
  return {
    ...{ seq, at, actor: { id: actorId, name: look.nameOf(actorId) }, type, subject },
    ...said,
    what: said.what && shortened(said.what),
    href: said.isDeleted ? null : said.href,
  };
}

function sayOf(entry: Entry, before: unknown, look: Look): Said {
  const home = `/dossiers/${entry.dossierId}`;
  const verb = entry.type.slice(entry.type.indexOf(".") + 1);
  const people = `${home}?tab=members`;
  switch (entry.type) {
    case "dossier.created":
      return { did: "created the dossier", what: entry.payload.dossier.title };
    case "dossier.changed":
      return { did: "changed the dossier’s settings" };
    case "dossier.deleted":
      return { did: "deleted the dossier" };
    case "member.added":
    case "member.changed":
    case "member.removed": {
      const { name, role } = entry.payload.member;
      const did = {
        added: `brought in, as ${role},`,
        changed: `made a member ${role}:`,
        removed: "took out",
      }[verb];
      return { did: did ?? verb, what: name, href: verb === "removed" ? null : people };
    }
    case "article.added":
    case "article.changed":
    case "article.deleted": {
      const { id, title } = entry.payload.article;
      return { did: `${verb} the article`, what: title, ...inArticle(home, id, look, false) };
    }
    case "article.adjudicated": {
      const { id, title } = entry.payload.article;
      return {
        did: "made one set of two people’s annotations of",
        what: title,
        ...inArticle(home, id, look, false),
      };
    }
    case "annotation.created":
    case "annotation.deleted":
    case "annotation.restored":
    case "annotation.changed": {
      const { annotation } = entry.payload;
      const done = verb === "created" ? "tagged" : verb;
      const did =
        verb === "changed"
          ? annotationChange(annotation, before as typeof annotation | null, look.nameOf)
          : `${done} ${annotationNoun(annotation)}`;
      return { did, ...onAnnotation(home, annotation.id, look, annotation.exact) };
    }
    case "evidence.added":
    case "evidence.changed":
    case "evidence.deleted":
    case "evidence.restored": {
      const { stance, title, annotationId } = entry.payload.evidence;
      const place = onAnnotation(home, annotationId, look);
      return { did: `${verb} evidence ${stance} a passage:`, ...place, what: title, isQuote: false };
    }
    case "sentence.cleared":
    case "sentence.reopened": {
      const { sentence } = entry.payload;
      const did =
        verb === "cleared"
          ? "marked a sentence “nothing to check”"
          : "took back “nothing to check” from a sentence";
      return { did, ...inArticle(home, sentence.articleId, look, true) };
    }
    case "link.created":
    case "link.changed":
    case "link.seen":
    case "link.deleted":
    case "link.restored": {
      const { link } = entry.payload;
      const did =
        verb === "changed"
          ? linkChange(link, before as typeof link | null, look.nameOf)
          : `${{ created: "recorded", seen: "looked again at" }[verb] ?? verb} ${linkNoun(link)}`;
      return { did, ...onLink(home, link.id, look) };
    }
    case "filter.saved":
    case "filter.changed":
    case "filter.deleted": {
      const { name, query } = entry.payload.filter;
      const href = verb === "deleted" ? null : `${home}/links?${query}`;
      return { did: `${verb} the filter of the board`, what: name, href };
    }
    case "comment.created":
    case "comment.changed":
    case "comment.deleted":
    case "comment.restored": {
      const { id, on, body, replyTo } = entry.payload.comment;
      const thing = { annotation: "a passage", link: "a link", report: "a report" }[on.type];
      const done = { created: replyTo ? "answered" : "commented", changed: "changed a comment" }[verb];
      const place = onThing(home, on, look);
      const isGone = place.isDeleted || (look.comment(id)?.isDeleted ?? true);
      const href = place.href && on.type !== "report" ? `${place.href}/comment-${id}` : place.href;
      // What somebody deleted is not read out again.
      const what = isGone ? null : look.plain(body);
      return {
        ...place,
        did: `${done ?? `${verb} a comment`} on ${thing}:`,
        what,
        isQuote: true,
        isDeleted: isGone,
        href,
      };
    }
    case "report.created":
    case "report.changed":
    case "report.deleted": {
      const { report } = entry.payload;
      const did =
        verb === "changed" ? reportChange(report, before as typeof report | null) : `${verb} the report`;
      return { did, ...onReport(home, report.id, look), what: report.title };
    }
    case "round.submitted":
    case "round.returned":
    case "round.signed":
    case "round.decided":
    case "round.undecided":
    case "round.refused":
    case "signOff.withdrawn":
    case "correction.added": {
      const id = "roundId" in entry.payload ? entry.payload.roundId : entry.payload.round.id;
      const round = look.round(id);
      const place = {
        what: round?.title ?? null,
        href: round ? `${home}/reports/${round.reportId}/rounds/${id}` : null,
        isDeleted: round?.isDeleted ?? true,
      };
      const number = round ? `round ${round.number}` : "a round";
      if (entry.type === "round.decided") {
        return { did: `${decided(entry.payload.items)} in ${number} of the report`, ...place };
      }
      if (entry.type === "round.undecided") {
        const { length } = entry.payload.items;
        const items = length === 1 ? "1 item" : `${length} items`;
        return { did: `took back what they decided on ${items} in ${number} of the report`, ...place };
      }
      if (entry.type === "round.refused") {
        const { attempt, code, by } = entry.payload;
        const what = attempt === "sign" ? "a sign-off" : "a decision";
        const why = code === "outdated" ? "over other content than was frozen" : "who may not";
        return { did: `refused ${what} by ${look.nameOf(by)}, ${why}, in ${number} of the report`, ...place };
      }
      if (entry.type === "signOff.withdrawn") {
        return { did: `withdrew a sign-off of ${number} of the report`, ...place };
      }
      if (entry.type === "correction.added") {
        return { did: `corrected what was signed in ${number} of the report`, ...place };
      }
      return { did: `${verb === "signed" ? "signed off" : verb} ${number} of the report`, ...place };
    }
    case "webhook.added":
    case "webhook.changed":
    case "webhook.deleted":
    case "webhook.disabled":
      return {
        did: `${verb === "disabled" ? "switched off" : verb} the webhook to`,
        what: entry.payload.webhook.origin,
      };
    default:
      return other(entry, home, look);
  }
}

/** Types that later work adds have a sentence at once, if a plain one. */
function other(
  entry: { type: string; subject: { type: string; id: string } },
  home: string,
  look: Look,
): Said {
  if (entry.type === "memo.edited") {
    return { did: "worked on the memo of the report", ...onReport(home, entry.subject.id, look) };
  }
  const [noun = "thing", verb = "changed"] = entry.type.split(".");
  return { did: `${verb} the ${noun}` };
}

type Place = Pick<Activity, "what" | "isQuote" | "article" | "href" | "isDeleted">;

function inArticle(home: string, id: string, look: Look, names: boolean): Omit<Place, "what" | "isQuote"> {
  const found = look.article(id);
  const article = names && found ? { id, title: found.title } : null;
  return { article, href: `${home}/articles/${id}`, isDeleted: found?.isDeleted ?? true };
}

function onAnnotation(home: string, id: string, look: Look, exact?: string): Place {
  const found = look.annotation(id);
  const what = exact ?? found?.exact ?? null;
  if (!found) return { what, isQuote: true, article: null, href: null, isDeleted: true };
  const around = inArticle(home, found.articleId, look, true);
  const isDeleted = found.isDeleted || around.isDeleted;
  return { ...around, what, isQuote: true, isDeleted, href: `${around.href}#annotation-${id}` };
}

function onLink(home: string, id: string, look: Look): Place {
  const found = look.link(id);
  const isDeleted = found?.isDeleted ?? true;
  return {
    what: found?.exact ?? null,
    isQuote: true,
    article: null,
    href: `${home}?tab=links#link-${id}`,
    isDeleted,
  };
}

function onReport(home: string, id: string, look: Look): Place {
  const found = look.report(id);
  const isDeleted = found?.isDeleted ?? true;
  return {
    what: found?.title ?? null,
    isQuote: false,
    article: null,
    href: `${home}/reports/${id}`,
    isDeleted,
  };
}

function onThing(
  home: string,
  { type, id }: { type: "annotation" | "link" | "report"; id: string },
  look: Look,
): Place {
  return { annotation: onAnnotation, link: onLink, report: onReport }[type](home, id, look);
}

function decided(items: readonly { decision: "accepted" | "returned" }[]): string {
  const accepted = items.filter(({ decision }) => decision === "accepted").length;
  const returned = items.length - accepted;
  const counted = (count: number) => (count === 1 ? "1 item" : `${count} items`);
  const parts = [
    accepted > 0 && `accepted ${counted(accepted)}`,
    returned > 0 && `returned ${counted(returned)}`,
  ];
  return parts.filter(Boolean).join(" and ");
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= MOST_QUOTED) return line;
  return `${line
    .slice(0, MOST_QUOTED)
    .replace(/\s+\S*$/, "")
    .toWellFormed()} …`;
}
