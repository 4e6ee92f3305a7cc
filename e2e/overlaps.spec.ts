import { expect, type Page } from "@playwright/test";
import { openFresh } from "./ownArticle";
import { card, clickOn, pointsOf, select, toolbar } from "./passages";
import { test } from "./people";

const text = "The ministry said that 490 people had been freed from a prison near Damascus.";

/** The article with these passages tagged, open on the desk. */
const openTagged = (page: Page, tags: Parameters<typeof openFresh>[3]) =>
  openFresh(page, "Overlaps", text, tags);

test("of annotations that lie on each other each can be picked, by pointer and by keys", async ({
  editor,
}) => {
  await openTagged(editor, [
    { exact: text, kind: "official_statement" },
    { exact: "490 people had been freed", kind: "claim" },
    { exact: "490 people", kind: "figure" },
    { exact: "490 people", kind: "claim" },
  ]);
  await clickOn(editor, "490 people");
  const choices = editor.getByRole("menu", { name: "Which annotation?" }).getByRole("menuitem");
  await expect(choices).toHaveCount(4);
  await expect(choices.first()).toBeFocused();
  await expect(choices.last()).toContainText("The ministry said");
  await expect(choices.last()).toContainText("Unchecked");
  await editor.keyboard.press("ArrowUp");
  await expect(choices.last()).toBeFocused();
  await editor.keyboard.press("Escape");
  await expect(choices).toHaveCount(0);
  await clickOn(editor, "490 people");
  await expect(choices.first()).toBeFocused();
  await editor.keyboard.press("ArrowDown");
  await editor.keyboard.press("ArrowDown");
  await editor.keyboard.press("Enter");
  await expect(card(editor, "claim: 490 people had been freed")).toHaveAttribute("aria-current", "true");
});

test("the same words are not tagged as the same kind twice: what is there is offered", async ({ editor }) => {
  await openTagged(editor, [{ exact: "490 people", kind: "figure" }]);
  await select(editor, "490 people");
  await toolbar(editor).getByRole("button", { name: "Figure" }).click();
  await expect(toolbar(editor)).toContainText("Already tagged as figure");
  await toolbar(editor).getByRole("button", { name: "Open it" }).click();
  await expect(card(editor, "figure: 490 people")).toHaveAttribute("aria-current", "true");
  await expect(card(editor, "490 people")).toHaveCount(1);
});

test("the ends of a passage are dragged by their grips, given up with Escape, and undone", async ({
  editor,
}) => {
  await openTagged(editor, [{ exact: "490 people", kind: "figure" }]);
  await clickOn(editor, "490 people");
  const end = editor.getByRole("slider", { name: "End of the annotation" });
  await expect(end).toHaveAttribute("aria-valuetext", "490 people");
  const grip = await end.boundingBox();
  if (!grip) throw new Error("The grip is not shown");
  const [x, y] = [grip.x + 6, grip.y + 6];
  const drag = async () => {
    await editor.mouse.move(x, y);
    await editor.mouse.down();
    await editor.mouse.move(x + 30, y, { steps: 4 });
    await expect(end).toHaveAttribute("aria-valuetext", "490 people had");
  };
  await drag();
  await editor.keyboard.press("Escape");
  await editor.mouse.up();
  await expect(end).toHaveAttribute("aria-valuetext", "490 people");
  await drag();
  await editor.mouse.up();
  await expect(card(editor, "figure: 490 people had")).toBeVisible();
  await editor.keyboard.press("u");
  await expect(card(editor, "figure: 490 people had")).toBeHidden();
  await expect(card(editor, "figure: 490 people")).toBeVisible();
});

test("a click selects at once; a second one takes the word and a third the paragraph, with the tools beside the text", async ({
  editor,
}) => {
  await openTagged(editor, [{ exact: "490 people", kind: "figure" }]);
  const selected = () => editor.evaluate(() => getSelection()?.toString().trim());
  const pressAt = async (words: string, clickCount: number) => {
    const { from } = await pointsOf(editor, words);
    await editor.mouse.click(from.x + 8, from.y, { clickCount });
  };
  await select(editor, "The ministry");
  await pressAt("people had", 2);
  expect(await selected()).toBe("people");
  await expect(editor.getByRole("slider", { name: "End of the passage" })).toHaveAttribute(
    "aria-valuetext",
    "people",
  );
  await expect(card(editor, "figure: 490 people")).not.toHaveAttribute("aria-current", "true");
  await pressAt("prison", 3);
  expect(await selected()).toBe(text);
  const [tools, words] = [
    await toolbar(editor).boundingBox(),
    await editor.locator(".stet-text").boundingBox(),
  ];
  expect(tools && words && tools.x >= words.x + words.width).toBe(true);

  // One frame after the click its annotation is in hand, not only after no second click came.
  await editor.keyboard.press("Escape");
  const { from } = await pointsOf(editor, "490 people");
  await editor.evaluate(() => {
    addEventListener("click", () =>
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          document.body.dataset.twoFramesLater =
            document.querySelector("[data-annotation][aria-current]")?.ariaLabel ?? "nothing";
        }),
      ),
    );
  });
  await editor.mouse.click(from.x + 3, from.y);
  await expect(editor.locator("body")).toHaveAttribute("data-two-frames-later", "figure: 490 people");
});

test("Shift and an arrow are the browser's own while nothing is in hand", async ({ editor }) => {
  await openTagged(editor, []);
  const isTaken = () =>
    editor.evaluate(() => {
      const press = new KeyboardEvent("keydown", {
        key: "ArrowRight",
        shiftKey: true,
        bubbles: true,
        cancelable: true,
      });
      return !document.body.dispatchEvent(press);
    });
  expect(await isTaken()).toBe(false);
  await clickOn(editor, "ministry");
  await expect(toolbar(editor)).toBeVisible();
  expect(await isTaken()).toBe(true);
});
