import { expect, type Page } from "@playwright/test";

/** The article's text, once Tiptap has taken it over and selections are heard. */
export async function openedArticle(page: Page) {
  const article = page.locator(".stet-article");
  await expect(article.locator(".ProseMirror")).toBeVisible();
  return article;
}

type Points = { from: { x: number; y: number }; to: { x: number; y: number } };

/** Where `words` stand on screen, scrolled into view: the middle of the first and last character's height. */
export async function pointsOf(page: Page, words: string): Promise<Points> {
  await openedArticle(page);
  const points = await page.locator(".stet-article .ProseMirror").evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const boxes = [...range.getClientRects()];
      const first = boxes[0];
      const last = boxes[boxes.length - 1];
      if (!first || !last) return null;
      const isRtl = getComputedStyle(node.parentElement ?? document.body).direction === "rtl";
      const startX = isRtl ? first.right - 0.5 : first.left + 0.5;
      const endX = isRtl ? last.left + 0.5 : last.right - 0.5;
      return {
        from: { x: startX, y: first.top + first.height / 2 },
        to: { x: endX, y: last.top + last.height / 2 },
      };
    }
    return null;
  }, words);
  if (!points) throw new Error(`The article does not say “${words}”.`);
  return points;
}

/** Drags the mouse over `words`, as a reader does. */
export async function select(page: Page, words: string): Promise<void> {
  const { from, to } = await pointsOf(page, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await expect(toolbar(page)).toBeVisible();
}

/** Clicks on the first character of `words`: takes their sentence, or picks what is highlighted there. */
export async function clickOn(page: Page, words: string): Promise<void> {
  const { from } = await pointsOf(page, words);
  await page.mouse.click(from.x + 3, from.y);
}

export function toolbar(page: Page) {
  return page.getByRole("toolbar", { name: "Tag this passage" });
}

/** The card of the annotation whose quote has `words`; other cards may name them as the end of a link. */
export function card(page: Page, words: string) {
  const cards = page.getByRole("complementary", { name: "Annotations" }).getByRole("article");
  return cards.and(page.getByLabel(words));
}
