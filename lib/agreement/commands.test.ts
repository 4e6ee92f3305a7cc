import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { restoreAnnotation } from "@/lib/annotations/commands";
import { changeArticle } from "@/lib/articles/commands";
import { liveArticle } from "@/lib/articles/queries";
import { inTransaction } from "@/lib/db/client";
import { createReport } from "@/lib/reports/commands";
import { takeSnapshot } from "@/lib/reports/takeSnapshot";
import { contributorsTo } from "@/lib/reviews/contributors";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { adjudicate } from "./commands";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const refusal = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);
const versionNow = async () => (await liveArticle(desk.db, desk.article.id)).version;
const setIndependent = async (as = desk.reviewer, independent = true) =>
  changeArticle(as, { articleId: desk.article.id, version: await versionNow(), independent });

describe("an article annotated independently", () => {
  test("is made so by a reviewer; then two people may tag the same words as the same kind", async () => {
    expect(await refusal(setIndependent(desk.editor))).toMatchObject({ code: "forbidden" });
    await desk.tag("490 people", "figure", desk.editor);
    expect(await refusal(desk.tag("490 people", "figure", desk.editor2))).toMatchObject({
      code: "duplicate",
    });
    expect(await setIndependent()).toMatchObject({ independent: true });
    await desk.tag("490 people", "figure", desk.editor2);
    expect(await refusal(desk.tag("490 people", "figure", desk.editor2))).toMatchObject({
      code: "duplicate",
    });
  });

  test("is made one set in one go, after how far they agreed is written down", async () => {
    const kept = await desk.tag("Nobody else confirmed it", "claim", desk.editor);
    const gives = await desk.tag("Nobody else", "claim", desk.editor2);
    const bystander = await desk.tag("All were told", "claim", desk.reviewer);
    const people = [desk.editor.caller.id, desk.editor2.caller.id] as [string, string];
    const input = { articleId: desk.article.id, version: await versionNow(), people };
    const entries = await desk.db.journalEntry.count();
    for (const [remove, expected] of [
      [[{ id: bystander.id, version: 1 }], { code: "invalid", field: "remove.0.id" }],
      [[{ id: gives.id, version: 7 }], { code: "stale" }],
    ] as const) {
      expect(await refusal(adjudicate(desk.reviewer, { ...input, remove: [...remove] }))).toMatchObject(
        expected,
      );
    }
    const remove = [{ id: gives.id, version: gives.version }];
    const strangers = [desk.editor.caller.id, desk.outsider.caller.id] as [string, string];
    expect(
      await refusal(adjudicate(desk.reviewer, { ...input, people: strangers, remove: [] })),
    ).toMatchObject({ code: "invalid", field: "people.1" });
    expect(await refusal(adjudicate(desk.editor, { ...input, remove }))).toMatchObject({ code: "forbidden" });
    expect(await desk.db.journalEntry.count()).toBe(entries);

    const done = await adjudicate(desk.reviewer2, { ...input, remove });
    expect(done.article.independent).toBeUndefined();
    // Three sentences; both say figure to the first and claim to the second.
    expect(done.adjudication).toEqual({
      ...{ people, sentences: 3, same: 3, kappa: 1, alpha: 1, removed: 1 },
    });
    const last = await desk.db.journalEntry.findFirstOrThrow({ orderBy: { seq: "desc" } });
    expect(last).toMatchObject({ type: "article.adjudicated", payload: done });
    const rows = await desk.db.annotation.findMany({ where: { id: { in: [kept.id, gives.id] } } });
    expect(rows.filter(({ deletedAt }) => deletedAt).map(({ id }) => id)).toEqual([gives.id]);
    expect(await refusal(adjudicate(desk.reviewer, { ...input, remove }))).toMatchObject({ code: "stale" });
    // Who chose what stays has made the set: they do not sign it.
    const report = await createReport(desk.editor, { dossierId: desk.dossierId, title: "One set" });
    const contributors = await inTransaction(desk.db, async (tx) =>
      contributorsTo(tx, await takeSnapshot(tx, report.id, { waiver: "" })),
    );
    expect(contributors).toContain(desk.reviewer2.caller.id);
    const back = await restoreAnnotation(desk.editor2, {
      annotationId: gives.id,
      version: gives.version + 1,
    });
    expect(back.deletedAt).toBeNull();
  });

  test("is not adjudicated when it is annotated together", async () => {
    const people = [desk.editor.caller.id, desk.editor2.caller.id] as [string, string];
    const input = { articleId: desk.article.id, version: await versionNow(), people, remove: [] };
    expect(await refusal(adjudicate(desk.reviewer, input))).toMatchObject({ code: "invalid" });
  });
});
