import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, type TestInfo } from "@playwright/test";
import { sampleArticles } from "../prisma/sample";
import { card, clickOn, openedArticle, select } from "./passages";
import { account, call, test } from "./people";
import { areHere, realFiles, storiesFolder } from "./realStories";

type Story = { title: string; file: string; paragraphs: number; publishedOn: string };
type Stories = {
  name: string;
  later: Story;
  earlier: Story;
  all: string;
  terrorism: string;
  isHere: boolean;
};

const stories: Stories[] = [
  {
    name: "two stories of our own",
    later: { title: "Amnesty, the second", file: "later.txt", paragraphs: 5, publishedOn: "2014-06-10" },
    earlier: { title: "Amnesty, the first", file: "earlier.txt", paragraphs: 6, publishedOn: "2011-06-21" },
    all: "all political prisoners",
    terrorism: "convicted of “terrorism”",
    isHere: true,
  },
  {
    name: "the two real stories",
    later: {
      title: "The amnesty of 2014",
      file: realFiles.later,
      paragraphs: 15,
      publishedOn: "2014-06-09",
    },
    earlier: {
      title: "The amnesty of 2011",
      file: realFiles.earlier,
      paragraphs: 20,
      publishedOn: "2011-06-21",
    },
    all: "all political prisoners",
    terrorism: "guilty of “terrorism,”",
    isHere: areHere,
  },
];

/** Our own stories as files, by line and by blank line, as the real ones are. */
function written(story: Story, info: TestInfo): string {
  if (existsSync(story.file)) return story.file;
  const sample = sampleArticles.find(({ publishedOn }) => publishedOn === story.publishedOn);
  const path = info.outputPath(story.file);
  writeFileSync(path, sample?.paragraphs.join(story.file === "later.txt" ? "\n\n" : "\n") ?? "");
  return path;
}

async function addStories(page: Page, chosen: readonly Story[], info: TestInfo): Promise<void> {
  await page.getByRole("button", { name: "Add articles" }).click();
  const dialog = page.getByRole("dialog", { name: "Add articles" });
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "Choose files…" }).click();
  await (await chooser).setFiles(chosen.map((story) => written(story, info)));
  for (const [index, { title, paragraphs, publishedOn }] of chosen.entries()) {
    const drafts = dialog.getByRole("list", { name: "Articles to add" }).getByRole("listitem");
    await drafts.nth(index).getByRole("button").first().click();
    await expect(dialog).toContainText(`${paragraphs} paragraphs`);
    await dialog.getByLabel("Title").fill(title);
    await dialog.getByLabel("Published on").fill(publishedOn);
  }
  await dialog.getByRole("button", { name: "Add 2 articles" }).click();
  await expect(dialog).toBeHidden();
}

for (const { name, later, earlier, all, terrorism, isHere } of stories) {
  test(`${name}: import, tag, link, live, review, sign, export, verify, outdated`, async ({
    editor,
    reviewer,
  }, info) => {
    // biome-ignore lint/suspicious/noSkippedTests: the real stories are not part of the project; a run without them says so
    test.skip(!isHere, `The two stories are not here: ${storiesFolder}`);
    test.setTimeout(240_000);
    const title = `Checking ${name}`;
    await test.step("an editor makes a dossier, adds both stories and invites a reviewer", async () => {
      await editor.goto("/dossiers");
      await editor.getByRole("button", { name: "New dossier" }).click();
      await editor.getByLabel("Title").fill(title);
      await editor.getByRole("button", { name: /Create/ }).click();
      await expect(editor.getByRole("heading", { name: title, level: 1 })).toBeVisible();
      await addStories(editor, [later, earlier], info);
      await expect(editor.getByRole("link", { name: later.title })).toBeVisible();
      const dossier = new URL(editor.url()).pathname;
      const invited = await call(editor, "POST", `/api${dossier}/members`, {
        email: "reviewer@stet.example",
        role: "reviewer",
      });
      expect(invited.status()).toBe(201);
    });
    const dossier = new URL(editor.url()).pathname;

    await test.step("the reviewer, who only watches, sees each highlight within a second or so", async () => {
      await reviewer.goto(dossier);
      await reviewer.getByRole("link", { name: earlier.title }).click();
      await openedArticle(reviewer);
      await editor.getByRole("link", { name: earlier.title }).click();
      await select(editor, all);
      await editor.keyboard.press("3");
      await expect(card(editor, all)).toContainText("Official statement");
      await expect(card(reviewer, all)).toContainText("Official statement");
    });

    await test.step("the exclusion of terrorism is tagged in the other story and linked across", async () => {
      await editor.goto(dossier);
      await editor.getByRole("link", { name: later.title }).click();
      await select(editor, terrorism);
      await editor.keyboard.press("3");
      await expect(card(editor, terrorism)).toContainText("Official statement");
      await editor.keyboard.press("l");
      const dialog = editor.getByRole("dialog");
      await dialog.getByRole("searchbox").fill("political prisoners");
      await dialog.getByRole("button", { name: all }).click();
      await dialog.getByLabel("Same event?").selectOption("no");
      await dialog.getByLabel("They contradict each other").selectOption("scope");
      await dialog.getByLabel("Strength").selectOption("apparent");
      await dialog.getByLabel("Why").fill("Two amnesties, three years apart.");
      await dialog.getByRole("button", { name: "Link", exact: true }).click();
      await expect(dialog).toBeHidden();
      await expect(card(editor, terrorism)).toContainText(/different events/i);
    });

    await test.step("the link shows on the other end, live, and leads across the articles", async () => {
      await clickOn(reviewer, all);
      const seen = card(reviewer, all);
      await expect(seen).toContainText(/apparent/i);
      await seen.getByRole("link", { name: /terrorism/ }).click();
      await expect(reviewer).toHaveURL(/articles\/.+#annotation-/);
      await openedArticle(reviewer);
      await expect(card(reviewer, terrorism)).toHaveAttribute("aria-current", "true");
    });

    await test.step("a report is made and submitted; its author can neither decide nor sign", async () => {
      await editor.goto(`${dossier}?tab=reports`);
      await editor.getByRole("button", { name: "New report" }).click();
      await editor.getByLabel("Title").fill("Were they all freed?");
      await editor.getByRole("button", { name: "Create the report" }).click();
      await editor.getByRole("button", { name: "Submit for review…" }).click();
      await editor.getByRole("button", { name: "Freeze and submit" }).click();
      await expect(editor.getByRole("heading", { name: "Review, round 1" })).toBeVisible();
      await expect(editor.getByText("You made this or changed it last").first()).toBeVisible();
      await expect(editor.getByRole("button", { name: /^Sign round/ })).toHaveCount(0);
      const round = await (await editor.request.get(`/api${roundPath(editor)}`)).json();
      const data = {
        contentHash: round.contentHash,
        statement: "I sign my own work.",
        password: account("editor").password,
      };
      const refused = await call(editor, "POST", `/api${roundPath(editor)}/sign-offs`, data);
      expect(refused.status()).toBe(403);
    });

    await test.step("the reviewer accepts item by item with the keyboard, and signs", async () => {
      await reviewer.goto(new URL(editor.url()).pathname);
      await expect(reviewer.getByRole("heading", { name: "Review, round 1" })).toBeVisible();
      await expect(async () => {
        // The page is there before its keys are: the first item in hand says that they are heard.
        await reviewer.keyboard.press("k");
        await expect(reviewer.locator('[aria-current="step"]')).toBeFocused({ timeout: 500 });
      }).toPass();
      for (const decided of [1, 2, 3]) {
        await reviewer.keyboard.press("a");
        await expect(reviewer.getByText(`${decided} of 3 decided`)).toBeAttached();
      }
      await reviewer.getByLabel("Your statement").fill("I read both passages in their stories.");
      await reviewer.getByLabel("Your password").fill("not my password");
      await reviewer.getByRole("button", { name: "Sign round 1" }).click();
      await expect(reviewer.getByText("This is not your password")).toBeVisible();
      await reviewer.getByLabel("Your password").fill(account("reviewer").password);
      await reviewer.getByRole("button", { name: "Sign round 1" }).click();
      await expect(reviewer.getByText(/Signed by Rafiq Haddad/).first()).toBeVisible();
      await expect(editor.getByText(/Signed by Rafiq Haddad/).first()).toBeVisible();
    });

    await test.step("the exports verify offline and on the public page; one altered word does not", async () => {
      const { reportId } = await (await editor.request.get(`/api${roundPath(editor)}`)).json();
      for (const format of ["html", "json", "jsonld"]) {
        const answer = await editor.request.get(`/api/reports/${reportId}/export?format=${format}&round=1`);
        expect(answer.status()).toBe(200);
        writeFileSync(info.outputPath(`report.${format}`), await answer.body());
      }
      for (const format of ["html", "json"]) {
        const file = info.outputPath(`report.${format}`);
        expect(verifyOffline(file)).toContain("This is what was signed");
        const altered = info.outputPath(`altered.${format}`);
        writeFileSync(altered, readFileSync(file, "utf8").replace(all, all.replace("all", "few")));
        expect(verifyOffline(altered)).toContain("NOT valid");
      }
      await reviewer.goto("/verify");
      await reviewer.getByLabel("Exported file").setInputFiles(info.outputPath("report.html"));
      await expect(reviewer.getByText("Yes: this is what was signed")).toBeVisible();
      await reviewer.getByLabel("Exported file").setInputFiles(info.outputPath("altered.html"));
      await expect(reviewer.getByText("No: this is not what was signed")).toBeVisible();
    });

    await test.step("one changed note, and everyone sees that the sign-off is outdated", async () => {
      const { reportId } = await (await editor.request.get(`/api${roundPath(editor)}`)).json();
      await reviewer.goto(`${dossier}/reports/${reportId}`);
      await expect(reviewer.getByText("Signed by Rafiq Haddad").first()).toBeVisible();
      await expect(reviewer.getByText("Outdated: changed since it was signed")).toHaveCount(0);
      await editor.goto(dossier);
      await editor.getByRole("link", { name: earlier.title }).click();
      await clickOn(editor, all);
      const note = card(editor, all).getByRole("textbox", { name: /Note/ });
      await note.click();
      await editor.keyboard.type("One more question.");
      await expect(card(editor, all)).toContainText("Saved");
      await expect(reviewer.getByText("Outdated: changed since it was signed")).toBeVisible();
    });
  });
}

/** `/rounds/…`, of the review page that is open. */
function roundPath(page: Page): string {
  const id = new URL(page.url()).pathname.split("/").at(-1);
  return `/rounds/${id}`;
}

/** What the command line says of a file, with no database and no server to ask. */
function verifyOffline(file: string): string {
  const env = { ...process.env, STET_DATA_DIR: process.env.STET_E2E_DATA_DIR, DATABASE_URL: "" };
  const bin = join(import.meta.dirname, "../bin/stet.mjs");
  try {
    return execFileSync(process.execPath, [bin, "verify", file], { env, encoding: "utf8" });
  } catch (error) {
    if (error instanceof Error && "stdout" in error) return String(error.stdout);
    throw error;
  }
}
