import { expect, type Page } from "@playwright/test";
import { openFresh } from "./ownArticle";
import { card } from "./passages";
import { test } from "./people";

const text = "The port closed. Forty ships waited.\nThe mayor said so.\nNobody asked.";

const openTagged = (page: Page) =>
  openFresh(page, "By ear", text, [
    { exact: "The port closed.", kind: "claim" },
    { exact: "Forty ships", kind: "figure" },
    { exact: "The mayor said so.", kind: "official_statement" },
  ]);

type Node = { role?: { value: string }; name?: { value: string }; ignored: boolean };

/** What the browser tells assistive technology, without what it leaves out. */
async function accessibilityTree(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as unknown as { nodes: Node[] };
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => `${role?.value}: ${name?.value ?? ""}`);
}

test("the accessibility tree has the landmarks, the article, and each paragraph's annotations", async ({
  editor,
}) => {
  await openTagged(editor);
  // The index follows the annotations a moment later.
  await expect(editor.getByRole("button", { name: /^Paragraph 2: 1/ })).toBeAttached();
  const tree = await accessibilityTree(editor);
  expect(tree).toEqual(
    expect.arrayContaining([
      "main: ",
      "navigation: Main",
      "heading: By ear",
      "article: By ear",
      "complementary: Annotations",
      "navigation: Annotations by paragraph",
      "button: Paragraph 1: 2 annotations (claim, figure)",
      "button: Paragraph 2: 1 annotation (official statement)",
    ]),
  );
  expect(tree.filter((node) => node.startsWith("button: Paragraph 3"))).toEqual([]);
});

test("from a paragraph to every annotation of it, to its card, and back to its passage", async ({
  editor,
}) => {
  await openTagged(editor);
  const index = editor.getByRole("navigation", { name: "Annotations by paragraph" });
  const paths = [
    ["Paragraph 1", "Claim: The port closed."],
    ["Paragraph 1", "Figure: Forty ships"],
    ["Paragraph 2", "Official statement: The mayor said so."],
  ] as const;
  for (const [paragraph, name] of paths) {
    const opener = index.getByRole("button", { name: paragraph });
    await opener.focus();
    if ((await opener.getAttribute("aria-expanded")) === "false") await editor.keyboard.press("Enter");
    const found = index.getByRole("button", { name });
    await found.focus();
    await editor.keyboard.press("Enter");
    const words = name.slice(name.indexOf(": ") + 2);
    await expect(card(editor, words).locator("button:focus")).toContainText(words);
    await editor.keyboard.press("f");
    await expect(editor.getByRole("article", { name: "By ear" })).toBeFocused();
    await expect(editor.locator("p[aria-live='polite'][aria-atomic]")).toContainText(words);
  }
});

test("a sentence that is taken is said with its state, in the article's language", async ({ editor }) => {
  await openTagged(editor);
  const said = editor.locator("p[aria-live='polite'][aria-atomic]");
  await editor.keyboard.press("s");
  await expect(said).toHaveText("The port closed. 1 annotation: claim");
  await expect(said.locator("bdi")).toHaveAttribute("lang", /^en/);
  await editor.keyboard.press("o");
  await expect(said).toHaveText("Nobody asked. open");
  await editor.keyboard.press("0");
  await editor.keyboard.press("S");
  await editor.keyboard.press("s");
  await expect(said).toHaveText("Nobody asked. cleared");
});
