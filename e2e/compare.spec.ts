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
