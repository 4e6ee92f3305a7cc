import { uuidv7 } from "uuidv7";
import { changeAnnotation, createAnnotation, deleteAnnotation } from "@/lib/annotations/commands";
import { addArticle, changeArticle } from "@/lib/articles/commands";
import { clearSentence, reopenSentence } from "@/lib/articles/coverageCommands";
import type { Context } from "@/lib/auth/caller";
import { makeCheckpoint } from "@/lib/checkpoints/make";
import { changeComment, createComment, deleteComment } from "@/lib/comments/commands";
import { changeDossierSettings, createDossier } from "@/lib/dossiers/commands";
import { addMember, changeMember, removeMember } from "@/lib/dossiers/memberCommands";
import { addEvidence, changeEvidence, deleteEvidence } from "@/lib/evidence/commands";
import { createLink, deleteLink } from "@/lib/links/commands";
import { editMemo } from "@/lib/memo/commands";
import { openMemo, updateTowards } from "@/lib/memo/document";
import { readMemo } from "@/lib/memo/queries";
import { changeReport, createReport, deleteReport } from "@/lib/reports/commands";
import { fromBase64, toBase64 } from "@/lib/reviews/base64";
import { submitRound } from "@/lib/reviews/commands";
import { addCorrection } from "@/lib/reviews/correctionCommands";
import { decide, returnRound } from "@/lib/reviews/decisionCommands";
import { signRound } from "@/lib/reviews/signCommand";
import { withdrawSignOff } from "@/lib/reviews/withdrawCommand";
import { saveFilter } from "@/lib/savedFilters/commands";
import type { TestDesk } from "@/lib/testing/desk";
import { sentences } from "@/lib/text/sentences";
import { createWebhook, deleteWebhook } from "@/lib/webhooks/commands";

const text = [
  "The minister said 490 people were freed. Nobody else confirmed it.",
  "All were told to wait. 👩‍👩‍👧 came too, and 12 stayed.",
].join("\n");

/** A dossier in which everything happened that a journal tells of, through the product's own commands; its id. */
export async function fullDossier(
  desk: TestDesk,
): Promise<{ dossierId: string; reportId: string; roundId: string }> {
  const { owner, editor, editor2, reviewer, reviewer2, viewer } = desk;
  const { id: dossierId, version } = await createDossier(owner, { title: "Everything" });
  const people: [Context, "editor" | "reviewer" | "viewer"][] = [
    ...[editor, editor2].map((one): [Context, "editor"] => [one, "editor"]),
    ...[reviewer, reviewer2].map((one): [Context, "reviewer"] => [one, "reviewer"]),
    [viewer, "editor"],
  ];
  for (const [{ caller }, role] of people) await addMember(owner, { dossierId, email: caller.email, role });
  await changeMember(owner, { dossierId, userId: viewer.caller.id, role: "viewer" });
  await addMember(owner, { dossierId, email: desk.outsider.caller.email, role: "viewer" });
  await removeMember(owner, { dossierId, userId: desk.outsider.caller.id });
  await changeDossierSettings(owner, { dossierId, version, description: "What was said of it." });

  const first = await addArticle(editor, { dossierId, title: "One telling", text, paragraphs: "line" });
  const second = await addArticle(editor2, {
    dossierId,
    title: "Another",
    text: `Later. ${text}`,
    paragraphs: "line",
  });
  await changeArticle(editor, {
    articleId: first.id,
    version: 1,
    byline: "A. Writer",
    publishedOn: "2026-02-01",
  });
  const tag = (article: typeof first, exact: string, as = editor) => {
    const whole = article === first ? text : `Later. ${text}`;
    const start = whole.indexOf(exact);
    return createAnnotation(as, {
      articleId: article.id,
      start,
      end: start + exact.length,
      exact,
      kind: "claim",
    });
  };
  const [one, two, three, gone] = [
    await tag(first, "490 people were freed"),
    await tag(second, "490 people were freed", editor2),
    await tag(second, "12 stayed"),
    await tag(first, "Nobody else"),
  ];
  await deleteAnnotation(editor, { annotationId: gone.id, version: 1 });
  await changeAnnotation(editor, {
    ...{
      annotationId: one.id,
      version: 1,
      note: "By which count?",
      tags: ["count"],
      checkStatus: "checking",
    },
    ...{ attributes: { speaker: "The minister", hedges: ["said"] }, assignee: editor2.caller.id },
  });
  const source = await addEvidence(editor, { annotationId: one.id, stance: "for", title: "The decree" });
  await changeEvidence(editor2, { evidenceId: source.id, version: 1, locator: "p. 3" });
  const poor = await addEvidence(editor, { annotationId: two.id, stance: "against", title: "A rumour" });
  await deleteEvidence(editor, { evidenceId: poor.id, version: 1 });
  const [, , third] = sentences(text, first.language);
  if (!third) throw new Error("The article has no third sentence.");
  const range = { articleId: first.id, start: third.start, end: third.end };
  await clearSentence(editor, range);
  await reopenSentence(editor, range);
  await clearSentence(editor2, range);
  const link = { dossierId, from: one.id, to: two.id };
  await createLink(editor, { ...link, relation: "contradicts", rationale: "Two counts." });
  const wrong = await createLink(editor, { dossierId, from: two.id, to: three.id, relation: "context" });
  await deleteLink(editor, { linkId: wrong.id, version: 1 });
  const said = await createComment(editor2, {
    dossierId,
    on: { type: "annotation", id: one.id },
    body: "Sure?",
  });
  await createComment(editor, {
    dossierId,
    on: { type: "annotation", id: one.id },
    replyTo: said.id,
    body: "Yes.",
  });
  await changeComment(editor2, { commentId: said.id, version: 1, resolved: true });
  const taken = await createComment(editor2, {
    dossierId,
    on: { type: "annotation", id: two.id },
    body: "Hm.",
  });
  await deleteComment(editor2, { commentId: taken.id, version: 1 });
  await saveFilter(editor, { dossierId, name: "Open ones", query: "status=open" });
  const hook = await createWebhook(owner, {
    dossierId,
    url: "https://example.org/hook",
    types: ["round.signed"],
  });
  await createWebhook(owner, { dossierId, url: "https://example.org/other" });
  await deleteWebhook(owner, { webhookId: hook.id, version: 1 });

  const spare = await createReport(editor, { dossierId, title: "Not this one" });
  await deleteReport(editor, { reportId: spare.id, version: 1 });
  const { id: reportId } = await createReport(editor, {
    dossierId,
    title: "The counts",
    memo: "# Two counts\n\nOne.",
  });
  const type = async (markdown: string) => {
    const { state } = await readMemo(editor, { reportId });
    const doc = openMemo(fromBase64(state) ?? new Uint8Array());
    await editMemo(editor, { reportId, updates: [toBase64(updateTowards(doc, markdown))] });
  };
  await type("# Two counts\n\nOne of them is older.");
  await type("# Two counts\n\nOne of them is **older**.\n\n- and so on");
  const before = await desk.db.report.findUniqueOrThrow({ where: { id: reportId } });
  await changeReport(editor, {
    reportId,
    version: before.version,
    title: "The two counts",
    memo: "Only this.",
  });
  await type("Only this, and that.");

  const early = await submitRound(editor, { reportId, note: "Please." });
  const [item] = early.items.filter(({ type }) => type === "annotation");
  if (item) await decide(reviewer, { roundId: early.id, items: [{ ...pick(item), decision: "accepted" }] });
  await returnRound(reviewer, { roundId: early.id, reason: "The link needs a reason." });
  await changeAnnotation(editor, { annotationId: three.id, version: 1, note: "By the town hall." });
  const { id: roundId, items, contentHash } = await submitRound(editor, { id: uuidv7(), reportId });
  await decide(reviewer, {
    roundId,
    items: items.map((one) => ({ ...pick(one), decision: "accepted" as const })),
  });
  // A token gives no password.
  const byToken = ({ caller, ...rest }: Context): Context => ({
    ...rest,
    caller: { ...caller, inPerson: false },
  });
  const [signer, other] = [byToken(reviewer), byToken(reviewer2)];
  await signRound(signer, { roundId, contentHash, statement: "I read it all." });
  const on = { type: "annotation" as const, id: one.id };
  await addCorrection(signer, { roundId, on, wrong: "490 people.", correct: "490 families." });
  await makeCheckpoint(desk.db, dossierId);
  await createComment(editor, { dossierId, on: { type: "report", id: reportId }, body: "Out it goes." });

  await changeAnnotation(editor2, { annotationId: two.id, version: 1, note: "Of families." });
  const again = await submitRound(editor, { reportId });
  const open = again.items.filter(({ decision }) => decision === null);
  await decide(reviewer2, {
    roundId: again.id,
    items: open.map((item) => ({ ...pick(item), decision: "accepted" as const })),
  });
  const statement = { roundId: again.id, contentHash: again.contentHash, statement: "I read what changed." };
  const { signOffs } = await signRound(other, statement);
  await withdrawSignOff(other, { signOffId: signOffs[0]?.id ?? "", reason: "The source was withdrawn." });
  await makeCheckpoint(desk.db, dossierId);
  return { dossierId, reportId, roundId };
}

function pick<T extends { type: "annotation" | "link"; id: string }>({ type, id }: T) {
  return { type, id };
}
