import { expect } from "@playwright/test";
import { account, call, signedIn, test } from "./people";

test("an editor signs in with e-mail and password, and signs out", async ({ page }) => {
  await page.goto("/dossiers");
  await expect(page).toHaveURL(/sign-in/);
  const { email, password } = account("editor");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Not signed in" })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Dossiers" })).toBeVisible();
  await page.getByRole("button", { name: /Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(/sign-in/);
  await page.goto("/dossiers");
  await expect(page).toHaveURL(/sign-in/);
});

test("a dossier that is not yours does not exist, in pages and in the API", async ({ owner, viewer }) => {
  const made = await call(owner, "POST", "/api/dossiers", { title: "Not for everyone" });
  expect(made.status()).toBe(201);
  const { id } = await made.json();
  for (const path of ["", "/members", "/articles", "/links", "/events", "/state"]) {
    expect((await viewer.request.get(`/api/dossiers/${id}${path}`)).status(), path).toBe(404);
  }
  await viewer.goto(`/dossiers/${id}`);
  await expect(viewer.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
});

test("a viewer reads everything and is offered nothing that changes it", async ({ viewer }) => {
  await viewer.goto("/dossiers");
  await viewer.getByRole("link", { name: /Two amnesties/ }).click();
  await expect(viewer.getByRole("button", { name: "Add articles" })).toHaveCount(0);
  await viewer.getByRole("link", { name: /After the vote/ }).click();
  await expect(viewer.locator(".stet-article .ProseMirror")).toContainText("88.7 percent");
  await expect(viewer.getByRole("article").first()).toBeVisible();
  const articleId = new URL(viewer.url()).pathname.split("/").at(-1);
  const written = await call(viewer, "POST", `/api/articles/${articleId}/annotations`, {
    start: 0,
    end: 6,
    exact: "BEIRUT",
    kind: "claim",
  });
  expect(written.status()).toBe(403);
  expect((await written.json()).error.code).toBe("forbidden");
});

test("signing out everywhere ends every session at once", async ({ browser }) => {
  const first = await signedIn(browser, "owner");
  const second = await signedIn(browser, "owner");
  expect((await second.request.get("/api/dossiers")).status()).toBe(200);
  expect((await call(first, "DELETE", "/api/account/sessions")).ok()).toBe(true);
  expect((await second.request.get("/api/dossiers")).status()).toBe(401);
});
