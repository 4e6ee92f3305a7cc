import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, test as base, expect, type Page } from "@playwright/test";

export type Role = "owner" | "editor" | "reviewer" | "viewer";
type Account = { role: Role; email: string; password: string };

/** The sample account of a role, as the first start wrote it down. */
export function account(role: Role): Account {
  const file = join(process.env.STET_E2E_DATA_DIR ?? "", "sample-accounts.json");
  const { accounts } = JSON.parse(readFileSync(file, "utf8")) as { accounts: Account[] };
  const found = accounts.find((candidate) => candidate.role === role);
  if (!found) throw new Error(`The sample has no ${role}.`);
  return found;
}

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;
const sessions = new Map<Role, Cookies>();

/** A browser of its own, signed in; the sign-in form is walked through once per person in access.spec.ts only. */
export async function signedIn(browser: Browser, role: Role): Promise<Page> {
  const context = await browser.newContext();
  const known = sessions.get(role);
  if (known) {
    await context.addCookies(known);
    // A promise about signing out everywhere may have ended it.
    if ((await context.request.get("/api/account")).ok()) return context.newPage();
  }
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  const { email, password } = account(role);
  const form = { csrfToken, email, password, json: "true" };
  const answer = await context.request.post("/api/auth/callback/credentials", { form });
  expect(answer.ok(), `signing in as ${role}`).toBe(true);
  sessions.set(role, await context.cookies());
  return context.newPage();
}

/** Calls the API as the page's own scripts would: with its session and its origin. */
export async function call(
  page: Page,
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  data?: unknown,
) {
  const { origin } = new URL(process.env.STET_E2E_URL ?? page.url());
  return page.request.fetch(path, { method, data, headers: { origin } });
}

type Ground = {
  /** Ends what a test opened: nothing else closes these contexts, and open pages go on working beside later tests. */
  everythingClosed: undefined;
};

/** Pages of four people, each in a browser context of their own, made when a test asks for them. */
export const test = base.extend<Record<Role, Page> & Ground>({
  everythingClosed: [
    async ({ browser }, use) => {
      await use(undefined);
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],
  owner: async ({ browser }, use) => use(await signedIn(browser, "owner")),
  editor: async ({ browser }, use) => use(await signedIn(browser, "editor")),
  reviewer: async ({ browser }, use) => use(await signedIn(browser, "reviewer")),
  viewer: async ({ browser }, use) => use(await signedIn(browser, "viewer")),
});
