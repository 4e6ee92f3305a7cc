import type { Annotation } from "@/lib/annotations/schema";
import type { Article, ClearedSentence } from "@/lib/articles/schema";
import type { Comment } from "@/lib/comments/schema";
import type { Dossier, Member } from "@/lib/dossiers/schema";
import type { Evidence } from "@/lib/evidence/schema";
import type { Link } from "@/lib/links/schema";
import { headOf } from "@/lib/reports/present";
import type { ReportHead } from "@/lib/reports/schema";
import type { Round, RoundItem } from "@/lib/reviews/schema";
import type { SavedFilter } from "@/lib/savedFilters/schema";
import type { Entry } from "./entries";

type ById<T> = Readonly<Record<string, T>>;

/** A dossier as a browser holds it: everything not deleted, by id, as of journal entry `seq`. */
export type DossierState = {
  seq: number;
  dossier: Dossier;
  members: ById<Member>;
  articles: ById<Article>;
  annotations: ById<Annotation>;
  evidence: ById<Evidence>;
  /** By {@link sentenceKey}. */
  cleared: ById<ClearedSentence>;
  links: ById<Link>;
  filters: ById<SavedFilter>;
  comments: ById<Comment>;
  reports: ById<ReportHead>;
  rounds: ById<Round>;
};

/** `gap`: entries between are missing, fetch them from `state.seq` on. */
export type Applied = { state: DossierState; outcome: "applied" | "known" | "gap" };

export function sentenceKey(sentence: { revisionId: string; start: number }): string {
  return `${sentence.revisionId}:${sentence.start}`;
}

/**
 * The one reducer: what a journal entry does to a dossier's state. Pure; used by every browser.
 * An entry seen before changes nothing; one that leaves a gap is not applied.
 */
export function apply(state: DossierState, entry: Entry): Applied {
  if (entry.seq <= state.seq) return { state, outcome: "known" };
  if (entry.seq > state.seq + 1) return { state, outcome: "gap" };
  return { state: { ...state, ...changed(state, entry), seq: entry.seq }, outcome: "applied" };
}

function changed(state: DossierState, entry: Entry): Partial<DossierState> {
  switch (entry.type) {
    case "dossier.created":
    case "dossier.changed":
    case "dossier.deleted":
      return { dossier: entry.payload.dossier };
    case "member.added":
    case "member.changed":
      return { members: { ...state.members, [entry.payload.member.userId]: entry.payload.member } };
    case "member.removed":
      return { members: without(state.members, entry.payload.member.userId) };
    case "article.added":
    case "article.changed":
    case "article.deleted":
    case "article.adjudicated":
      return { articles: put(state.articles, entry.payload.article) };
    case "annotation.created":
    case "annotation.changed":
    case "annotation.deleted":
    case "annotation.restored":
      return { annotations: put(state.annotations, entry.payload.annotation) };
    case "evidence.added":
    case "evidence.changed":
    case "evidence.deleted":
    case "evidence.restored":
      return { evidence: put(state.evidence, entry.payload.evidence) };
    case "sentence.cleared": {
      const { sentence } = entry.payload;
      return { cleared: { ...state.cleared, [sentenceKey(sentence)]: sentence } };
    }
    case "sentence.reopened":
      return { cleared: without(state.cleared, sentenceKey(entry.payload.sentence)) };
    case "link.created":
    case "link.changed":
    case "link.seen":
    case "link.deleted":
    case "link.restored":
      return { links: put(state.links, entry.payload.link) };
    case "filter.saved":
    case "filter.changed":
    case "filter.deleted":
      return { filters: put(state.filters, entry.payload.filter) };
    case "comment.created":
    case "comment.changed":
    case "comment.deleted":
    case "comment.restored":
      return { comments: put(state.comments, entry.payload.comment) };
    case "report.created":
    case "report.changed":
      return { reports: put(state.reports, headOf(entry.payload.report)) };
    case "report.deleted": {
      const { report } = entry.payload;
      const rounds = Object.values(state.rounds).filter(({ reportId }) => reportId !== report.id);
      return {
        reports: put(state.reports, headOf(report)),
        rounds: Object.fromEntries(rounds.map((round) => [round.id, round])),
      };
    }
    case "memo.edited": {
      const { reportId, version } = entry.payload;
      const report = state.reports[reportId];
      if (!report) return {};
      const edited = { ...report, version, updatedBy: entry.actorId, updatedAt: entry.at };
      return { reports: { ...state.reports, [reportId]: edited } };
    }
    case "round.submitted":
    case "round.returned":
    case "round.signed":
    case "signOff.withdrawn": {
      const { round, report } = entry.payload;
      // A sign-off of a deleted report can be withdrawn still; a browser holds neither.
      if (report.deletedAt !== null) return {};
      return { rounds: { ...state.rounds, [round.id]: round }, reports: put(state.reports, headOf(report)) };
    }
    case "correction.added": {
      const { round } = entry.payload;
      return round.id in state.rounds ? { rounds: { ...state.rounds, [round.id]: round } } : {};
    }
    // A record of what did not happen.
    case "round.refused":
      return {};
    // Settings that only owners see, read when they are looked at.
    case "webhook.added":
    case "webhook.changed":
    case "webhook.deleted":
    case "webhook.disabled":
      return {};
    case "round.undecided": {
      const { roundId, items } = entry.payload;
      const round = state.rounds[roundId];
      if (!round) return {};
      const taken = new Set(items.map((item) => `${item.type}:${item.id}`));
      const open = { decision: null, reason: "", suggestion: "", decidedBy: null, decidedAt: null };
      const undecide = (item: RoundItem): RoundItem =>
        taken.has(`${item.type}:${item.id}`) ? { ...item, ...open } : item;
      return { rounds: { ...state.rounds, [roundId]: { ...round, items: round.items.map(undecide) } } };
    }
    case "round.decided": {
      const { roundId, items } = entry.payload;
      const round = state.rounds[roundId];
      if (!round) return {};
      const decided = new Map(items.map((item) => [`${item.type}:${item.id}`, item]));
      const decide = (item: RoundItem): RoundItem => {
        const decision = decided.get(`${item.type}:${item.id}`);
        if (!decision) return item;
        // A decision of one's own takes the place of one that was carried over; older entries suggest nothing.
        const fresh = { suggestion: "", carriedFrom: null, decidedBy: entry.actorId, decidedAt: entry.at };
        return { ...item, ...fresh, ...decision };
      };
      return { rounds: { ...state.rounds, [roundId]: { ...round, items: round.items.map(decide) } } };
    }
  }
}

function put<T extends { id: string; deletedAt: string | null }>(things: ById<T>, thing: T): ById<T> {
  return thing.deletedAt === null ? { ...things, [thing.id]: thing } : without(things, thing.id);
}

function without<T>(things: ById<T>, key: string): ById<T> {
  const { [key]: _gone, ...rest } = things;
  return rest;
}
