import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { call, test } from "./people";
import { downloaded, expectPng, expectSvg } from "./pictureFiles";

const texts = [
  "All political prisoners are freed, the decree said.",
  "Those held for terrorism stay in prison.",
];

type Made = { dossierId: string; ids: string[]; link(from: number, to: number, more: object): Promise<void> };

/** Two dated articles with a statement of a named speaker in each, and a claim nobody is named for. */
async function madeDossier(page: Page): Promise<Made> {
  const post = async (path: string, data: unknown) => (await call(page, "POST", path, data)).json();
  const { id: dossierId } = await post("/api/dossiers", { title: "Pictures & more" });
  const articleIds: string[] = [];
  for (const [at, text] of texts.entries()) {
    const about = { title: `Amnesty ${at + 1}`, publishedOn: `201${at + 1}-06-09`, paragraphs: "line" };
    articleIds.push((await post(`/api/dossiers/${dossierId}/articles`, { ...about, text })).id);
  }
  const tag = async (article: 0 | 1, exact: string, kind: string, attributes: object) => {
    const start = texts[article]?.indexOf(exact) ?? -1;
    const passage = { start, end: start + exact.length, exact, kind, attributes };
    return (await post(`/api/articles/${articleIds[article]}/annotations`, passage)).id as string;
  };
  const ids = [
    await tag(0, "All political prisoners", "official_statement", { speaker: "A", saidOn: "2011-05-31" }),
    await tag(1, "held for terrorism", "official_statement", { speaker: "B" }),
    await tag(1, "stay in prison", "claim", {}),
  ];
  return {
    dossierId,
    ids,
    async link(from, to, more) {
      const answer = await call(page, "POST", `/api/dossiers/${dossierId}/links`, {
        ...{ from: ids[from], to: ids[to], ...more },
      });
      expect(answer.ok()).toBe(true);
    },
  };
}

async function opened(page: Page, path: string) {
  await page.goto(path);
  await expect(page.getByRole("application")).toBeVisible({ timeout: 120_000 });
}

test("what is linked is on the timeline and the map, in a table, in files, and a press away", async ({
  owner,
}) => {
  test.setTimeout(240_000);
  const { dossierId, ids, link } = await madeDossier(owner);
  await link(0, 1, { relation: "contradicts", subtype: "scope", strength: "apparent", sameEvent: "no" });
  const links = `/dossiers/${dossierId}/links`;

  await opened(owner, `${links}/timeline`);
  const picture = owner.getByRole("application", { name: "Timeline" });
  await expect(owner.getByRole("list", { name: "Legend" })).toContainText("contradicts, apparently");
  await owner.getByText("The same as a table").click();
  const rows = owner.getByRole("table").getByRole("row");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText(
    /All political prisoners.*31 May 2011.*apparently.*different events/s,
  );
  await expect(rows.nth(1)).toContainText("published 9 June 2012");

  // What is linked meanwhile is drawn without a reload; the board's filter holds here as well.
  await link(2, 0, { relation: "qualifies" });
  await expect(rows).toHaveCount(3);
  await owner.getByRole("button", { name: "Relation" }).click();
  await owner.getByRole("checkbox", { name: "qualifies" }).check();
  await owner.keyboard.press("Escape");
  await expect(rows).toHaveCount(2);
  await expect(owner).toHaveURL(/timeline\?relation=qualifies/);
  await owner.getByRole("button", { name: "Show all" }).click();
  await expect(rows).toHaveCount(3);
  await expectAccessible(owner);

  const width = (await picture.boundingBox())?.width ?? 0;
  await expectSvg(owner, await downloaded(owner, "SVG"), ["Pictures & more: Timeline", "No speaker named"]);
  expectPng(await downloaded(owner, "PNG"), width);

  // By keyboard: the first statement is said aloud, and opens on the desk.
  await picture.focus();
  await owner.keyboard.press("ArrowRight");
  await expect(owner.getByRole("status").filter({ hasText: "All political prisoners" })).toContainText(
    "31 May 2011, in Amnesty 1. 2 links.",
  );
  await owner.keyboard.press("Enter");
  await expect(owner).toHaveURL(new RegExp(`/articles/[0-9a-f-]+#annotation-${ids[0]}$`), {
    timeout: 60_000,
  });

  await opened(owner, `${links}/map`);
  await owner.getByText("The same as a table").click();
  await expect(owner.getByRole("row", { name: "Amnesty 1 Amnesty 2 2" })).toContainText(
    /apparently: 1.*qualifies: 1/,
  );
  await expect(owner.getByRole("row", { name: "A B 1" })).toBeVisible();
  await expectAccessible(owner);
  await expectSvg(owner, await downloaded(owner, "SVG"), ["Pictures & more: Map", "Amnesty 1", "Amnesty 2"]);
  expectPng(await downloaded(owner, "PNG"), width);

  // By mouse: the article's node opens its desk.
  const label = owner.locator("svg text", { hasText: "Amnesty 2" }).first();
  const box = await label.boundingBox();
  if (!box) throw new Error("The map shows no name.");
  const place = await nodeBeside(owner, box);
  await owner.mouse.click(place.x, place.y);
  await expect(owner).toHaveURL(/\/articles\/[0-9a-f-]+$/, { timeout: 60_000 });
});

/** The middle of the node whose name stands in a box: pointing near it says which one it is. */
async function nodeBeside(page: Page, box: { x: number; y: number; width: number; height: number }) {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const beside = [
    { x: box.x - 14, y: middle.y },
    { x: box.x + box.width + 14, y: middle.y },
    { x: middle.x, y: middle.y + 18 },
    { x: middle.x, y: middle.y - 18 },
  ];
  for (const place of beside) {
    await page.mouse.move(place.x, place.y);
    const tip = page.getByRole("application").getByText(/^Article Amnesty 2: 2 links/);
    if (
      await tip.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      )
    )
      return place;
  }
  throw new Error("No node stands beside its name.");
}
