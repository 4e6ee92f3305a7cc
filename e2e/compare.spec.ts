import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { call, test } from "./people";

const filler = (name: string) =>
  Array.from({ length: 30 }, (_, i) => `${name} paragraph ${i + 1} says something about the weather.`);
const promised = "All prisoners were set free.";
const excluded = "Some prisoners stayed in prison.";

/** Two articles long enough to scroll, each with one passage to link. */
async function openTwo(page: Page): Promise<{ id: string; articles: string[] }> {
  const { id } = await (await call(page, "POST", "/api/dossiers", { title: "Compare" })).json();
  const texts = [
    [...filler("Early").slice(0, 4), promised, ...filler("Early").slice(4)],
    [...filler("Late").slice(0, 5), excluded, ...filler("Late").slice(5)],
  ];
  const articles: string[] = [];
  for (const [i, text] of texts.entries()) {
    const title = i === 0 ? "Early story" : "Late story";
    const body = { title, text: text.join("\n"), paragraphs: "line" };
    const answer = await call(page, "POST", `/api/dossiers/${id}/articles`, body);
    articles.push((await answer.json()).id);
  }
  await page.goto(`/dossiers/${id}/compare?left=${articles[0]}&right=${articles[1]}`);
  await expect(page.locator(".stet-article .ProseMirror")).toHaveCount(2);
  return { id, articles };
}

const pane = (page: Page, side: "left" | "right") => page.locator(`[data-pane="${side}"]`);
const scroller = (side: Locator) => side.locator(".overflow-y-auto").first();
const scrolled = (side: Locator) => scroller(side).evaluate((element) => element.scrollTop);

/** Where a curve's end is expected: the middle of its words' box. Where it is: the path's first and last point. */
async function expectCurveAtEnds(page: Page): Promise<void> {
  const ends = () =>
    page.evaluate(
      ([left, right]) => {
        const middle = (side: string, words: string) => {
          const p = [...document.querySelectorAll(`[data-pane="${side}"] .ProseMirror p`)].find(
            (one) => one.textContent === words,
          );
          const range = document.createRange();
          range.selectNodeContents(p ?? document.body);
          const box = range.getBoundingClientRect();
          return box.top + box.height / 2;
        };
        const gutter = document.querySelector("[data-gutter]")?.getBoundingClientRect().top ?? 0;
        const d = [...document.querySelectorAll("[data-gutter] path")]
          .map((path) => path.getAttribute("d") ?? "")
          .find((one) => one.includes("C"));
        const numbers = (d ?? "").match(/-?[\d.]+/g)?.map(Number) ?? [];
        return {
          left: Math.abs(gutter + (numbers[1] ?? Number.NaN) - middle("left", left ?? "")),
          right: Math.abs(gutter + (numbers.at(-1) ?? Number.NaN) - middle("right", right ?? "")),
        };
      },
      [promised, excluded],
    );
  await expect
    .poll(async () => {
      const { left, right } = await ends();
      return left < 2 && right < 2;
    })
    .toBe(true);
}

test("two gestures link two untagged passages; their curve keeps to them and leads from end to end", async ({
  editor,
}) => {
  const { id } = await openTwo(editor);
  const [left, right] = [pane(editor, "left"), pane(editor, "right")];
  await left
    .locator(".ProseMirror")
    .getByText(promised)
    .click({ position: { x: 20, y: 12 } });
  await editor.keyboard.press("l");
  await expect(editor.getByText("Linking from")).toBeVisible();
  await right
    .locator(".ProseMirror")
    .getByText(excluded)
    .click({ position: { x: 20, y: 12 } });
  await expect(right).toHaveAttribute("aria-current", "true");
  await editor.keyboard.press("l");
  const dialog = editor.getByRole("dialog");
  await expect(dialog.getByLabel("The first … the second")).toHaveValue("contradicts");
  await expect(dialog.getByLabel("Same event?")).toHaveValue("unknown");
  await dialog.getByRole("button", { name: "Link", exact: true }).click();
  await expect(dialog).toBeHidden();

  await expect(editor.getByRole("button", { name: "1 link" })).toBeVisible();
  await expectCurveAtEnds(editor);
  await scroller(left).evaluate((element) => element.scrollTo({ top: 60, behavior: "instant" }));
  await scroller(right).evaluate((element) => element.scrollTo({ top: 30, behavior: "instant" }));
  await expectCurveAtEnds(editor);
  await expectAccessible(editor);

  await scroller(right).evaluate((element) => element.scrollTo({ top: 900, behavior: "instant" }));
  await expect(right.locator(".ProseMirror").getByText(excluded)).not.toBeInViewport();
  await left
    .locator(".ProseMirror")
    .getByText(promised)
    .click({ position: { x: 20, y: 12 } });
  await expect(right.locator(".ProseMirror").getByText(excluded)).toBeInViewport();
  await expectCurveAtEnds(editor);

  // Both claims and the link came into being as one step.
  await editor.keyboard.press("Escape");
  await editor.keyboard.press("u");
  await expect(editor.getByRole("button", { name: "0 links" })).toBeVisible();
  const tagged = async () => {
    const answer = await call(editor, "GET", `/api/dossiers/${id}/search?q=prisoners`);
    const { items } = (await answer.json()) as { items: { annotationIds: string[] }[] };
    return items.flatMap((one) => one.annotationIds);
  };
  await expect.poll(tagged).toEqual([]);
});

test("a link is dragged across; the list opens it, keys go to one pane, the address opens both ends", async ({
  editor,
}) => {
  const { id, articles } = await openTwo(editor);
  const made: string[] = [];
  for (const [i, exact] of [promised, excluded].entries()) {
    const doc = await (await call(editor, "GET", `/api/articles/${articles[i]}`)).json();
    const start = (doc.revision.text as string).indexOf(exact);
    const answer = await call(editor, "POST", `/api/articles/${articles[i]}/annotations`, {
      ...{ start, end: start + exact.length, exact, kind: "claim" },
    });
    made.push((await answer.json()).id);
  }
  await editor.goto(
    `/dossiers/${id}/compare?left=${articles[0]}&right=${articles[1]}&leftAt=${made[0]}&rightAt=${made[1]}`,
  );
  const [left, right] = [pane(editor, "left"), pane(editor, "right")];
  const handle = left.getByRole("button", { name: "Link to another passage" });
  await expect(handle).toBeVisible();
  await expect(right.locator(".ProseMirror").getByText(excluded)).toBeInViewport();
  const from = await handle.boundingBox();
  const to = await right.locator(".ProseMirror p", { hasText: excluded }).boundingBox();
  if (!from || !to) throw new Error("Both ends are to be seen");
  await editor.mouse.move(from.x + 10, from.y + 10);
  await editor.mouse.down();
  await editor.mouse.move(to.x + 200, to.y + 40, { steps: 4 });
  await editor.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 4 });
  await editor.mouse.up();
  const dialog = editor.getByRole("dialog");
  await dialog.getByRole("button", { name: "Link", exact: true }).click();
  await expect(dialog).toBeHidden();

  await scroller(left).evaluate((element) => element.scrollTo({ top: 900, behavior: "instant" }));
  await editor.getByRole("button", { name: "1 link" }).click();
  await editor.getByRole("button", { name: /contradicts, apparent/ }).click();
  await expect(left.locator(".ProseMirror").getByText(promised)).toBeInViewport();
  await editor.keyboard.press("Escape");

  await left
    .locator(".ProseMirror")
    .getByText("Early paragraph 5 ")
    .click({ position: { x: 20, y: 12 } });
  await expect(left).toHaveAttribute("aria-current", "true");
  await editor.keyboard.press("]");
  await expect(right).toHaveAttribute("aria-current", "true");
  const before = await scrolled(left);
  for (let i = 0; i < 12; i++) await editor.keyboard.press("s");
  await expect.poll(() => scrolled(right)).toBeGreaterThan(0);
  expect(await scrolled(left)).toBe(before);
});

/** A claim on all of `exact`; answers its id. */
async function claim(page: Page, articleId: string | undefined, exact: string): Promise<string> {
  const { revision } = await (await call(page, "GET", `/api/articles/${articleId}`)).json();
  const start = (revision.text as string).indexOf(exact);
  const body = { start, end: start + exact.length, exact, kind: "claim" };
  return (await (await call(page, "POST", `/api/articles/${articleId}/annotations`, body)).json()).id;
}

test("a handle dragged to the other pane's edge scrolls it, and let go over an untagged sentence links that; the address keeps both", async ({
  editor,
}) => {
  const { id, articles } = await openTwo(editor);
  const from = await claim(editor, articles[0], promised);
  const path = `/dossiers/${id}/compare?left=${articles[0]}&right=${articles[1]}&leftAt=${from}`;
  await editor.goto(path);
  const [left, right] = [pane(editor, "left"), pane(editor, "right")];
  const handle = await left.getByRole("button", { name: "Link to another passage" }).boundingBox();
  const text = await scroller(right).boundingBox();
  if (!handle || !text) throw new Error("Both panes are to be seen");
  await editor.mouse.move(handle.x + 10, handle.y + 10);
  await editor.mouse.down();
  const middle = text.x + text.width / 2;
  await editor.mouse.move(middle, text.y + text.height / 2, { steps: 4 });
  expect(await scrolled(right)).toBe(0);
  await editor.mouse.move(middle, text.y + text.height - 4, { steps: 4 });
  const late = right.locator(".ProseMirror p", { hasText: "Late paragraph 21 " });
  await expect(late).toBeInViewport();
  // Held where nothing scrolls, then on the words, far from the edges.
  await editor.mouse.move(middle, text.y + text.height / 2, { steps: 2 });
  await late.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const words = await late.boundingBox();
  if (!words) throw new Error("The sentence is to be seen");
  await editor.mouse.move(words.x + 30, words.y + words.height / 2, { steps: 3 });
  await editor.mouse.up();
  const dialog = editor.getByRole("dialog");
  await expect(dialog).toContainText("Late paragraph 21 says something about the weather.");
  await dialog.getByRole("button", { name: "Link", exact: true }).click();
  await expect(editor.getByRole("button", { name: "1 link" })).toBeVisible();

  await editor.getByRole("button", { name: "1 link" }).click();
  await editor.getByRole("button", { name: /contradicts, apparent/ }).click();
  await editor.keyboard.press("Escape");
  await expect(editor).toHaveURL(/leftAt=[^&]+.*rightAt=|rightAt=[^&]+.*leftAt=/);
  await editor.reload();
  await expect(right.getByRole("article", { name: /^claim: Late paragraph 21/ })).toBeVisible();
  await expect(late).toBeInViewport();
  await expect(left.getByRole("article", { name: `claim: ${promised}` })).toBeVisible();

  // The same article on both sides, and the way back from there.
  await editor.getByLabel("Article on the right").selectOption({ label: "Early story (the same article)" });
  await expect(right.getByRole("heading", { name: "Early story" })).toBeVisible();
  await editor.goBack();
  await expect(right.getByRole("article", { name: /^claim: Late paragraph 21/ })).toBeVisible();
});

test("with one text on both sides either end of its link leads to the other; a phone shows one pane and goes to the other", async ({
  editor,
}) => {
  const { id, articles } = await openTwo(editor);
  const [from, to] = [
    await claim(editor, articles[0], promised),
    await claim(editor, articles[0], "Early paragraph 25 says something about the weather."),
  ];
  const linked = await call(editor, "POST", `/api/dossiers/${id}/links`, { from, to, relation: "qualifies" });
  expect(linked.status()).toBe(201);
  await editor.goto(`/dossiers/${id}/compare?left=${articles[0]}&right=${articles[0]}&rightAt=${to}`);
  const [left, right] = [pane(editor, "left"), pane(editor, "right")];
  const far = (side: Locator) => side.locator(".ProseMirror p", { hasText: "Early paragraph 25 " });
  await expect(far(right)).toBeInViewport();
  await left.locator(".ProseMirror p", { hasText: promised }).click({ position: { x: 20, y: 12 } });
  await expect(far(right)).toBeInViewport();
  // From its second end on the left, the first is brought into view on the right.
  await far(left).scrollIntoViewIfNeeded();
  await far(left).click({ position: { x: 20, y: 12 } });
  await expect(right.locator(".ProseMirror").getByText(promised)).toBeInViewport();
  await expectAccessible(editor);

  await editor.setViewportSize({ width: 390, height: 844 });
  await expect(right).toBeHidden();
  await left.getByRole("button", { name: "More of the card" }).click();
  await left.getByRole("link", { name: new RegExp(promised) }).click();
  await expect(left).toBeHidden();
  await expect(right.locator(".ProseMirror").getByText(promised)).toBeInViewport();
  await expectAccessible(editor);
});

test("a passage is not linked to itself, nor from one that is gone; what is typed on a link outlives a conflict and a reload", async ({
  editor,
}) => {
  const { id, articles } = await openTwo(editor);
  const from = await claim(editor, articles[0], promised);
  const to = await claim(editor, articles[1], excluded);
  const made = await call(editor, "POST", `/api/dossiers/${id}/links`, { from, to, relation: "contradicts" });
  const link = await made.json();
  await editor.goto(`/dossiers/${id}/compare?left=${articles[0]}&right=${articles[1]}&leftAt=${from}`);
  const [left, right] = [pane(editor, "left"), pane(editor, "right")];
  const words = left.locator(".ProseMirror").getByText(promised);
  await expect(left.getByRole("article", { name: `claim: ${promised}` })).toBeVisible();
  await left.getByRole("button", { name: "Link to another passage" }).click();
  await words.click({ position: { x: 20, y: 12 } });
  await expect(editor.getByText("not linked to itself").first()).toBeVisible();
  await editor.keyboard.press("Escape");
  await editor.keyboard.press("Escape");
  await expect(editor.getByText("Linking from")).toBeHidden();

  const gone = await claim(editor, articles[0], "Early paragraph 2 says something about the weather.");
  await left
    .locator(".ProseMirror")
    .getByText("Early paragraph 2 says")
    .click({ position: { x: 20, y: 12 } });
  await editor.keyboard.press("l");
  await expect(editor.getByText("Linking from")).toBeVisible();
  expect((await call(editor, "DELETE", `/api/annotations/${gone}?version=1`)).ok()).toBe(true);
  await expect(editor.getByText("Linking from")).toBeHidden();
  await right
    .locator(".ProseMirror")
    .getByText(excluded)
    .click({ position: { x: 20, y: 12 } });
  await expect(editor.getByText("was deleted meanwhile")).toBeVisible();

  await words.click({ position: { x: 20, y: 12 } });
  await left.getByRole("button", { name: "More of the card" }).click();
  await left.getByRole("button", { name: "Change link" }).click();
  await left.getByLabel("Severity").selectOption("major");
  await left.getByLabel("Owner").selectOption({ index: 1 });
  await left.getByLabel("Why").fill("Mine: two amnesties.");
  const theirs = { version: link.version, sameEvent: "no", rationale: "Theirs: one amnesty." };
  expect((await call(editor, "PATCH", `/api/links/${link.id}`, theirs)).ok()).toBe(true);
  await expect(left.getByText("different events", { exact: true })).toBeVisible();
  await left.getByRole("button", { name: "Save link" }).click();
  await expect(left.getByRole("alert")).toContainText("Theirs: one amnesty.");
  await editor.reload();
  await expect(left.getByLabel("Why")).toHaveValue("Mine: two amnesties.");
  await left.getByRole("button", { name: "Save link" }).click();
  const saved = async () => (await call(editor, "GET", `/api/links/${link.id}`)).json();
  await expect.poll(saved).toMatchObject({
    ...{ rationale: "Mine: two amnesties.", sameEvent: "no" },
    ...{ severity: "major", owner: expect.any(String) },
  });
});
