import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Context } from "@/lib/auth/caller";
import { createComment } from "@/lib/comments/commands";
import { removeMember } from "@/lib/dossiers/memberCommands";
import { markInbox } from "@/lib/inbox/commands";
import { changePreferences } from "@/lib/preferences/commands";
import { readPreferences } from "@/lib/preferences/queries";
import type { MailFrequency } from "@/lib/preferences/schema";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { sendDigest } from "./commands";
import { headerOf, type Mailbox, openMailbox } from "./mailbox.testing";
import { stopMail } from "./unsubscribeCommands";

let desk: TestDesk;
let mailbox: Mailbox;
let annotationId: string;
beforeAll(() => {
  vi.stubEnv("NEXTAUTH_URL", "https://stet.example");
  vi.stubEnv("NEXTAUTH_SECRET", "a secret for tests");
  vi.stubEnv("STET_MAIL_FROM", "Stet <stet@stet.example>");
});
beforeEach(async () => {
  desk = await openDesk();
  mailbox = await openMailbox();
  vi.stubEnv("STET_SMTP_URL", mailbox.url);
  annotationId = (await desk.tag("490 people were freed", "figure")).id;
});
afterEach(async () => {
  await mailbox.close();
  await desk.close();
});
afterAll(() => vi.unstubAllEnvs());

const mention = async (person: Context, words: string) => {
  const on = { type: "annotation" as const, id: annotationId };
  const body = `@[${person.caller.name}](user:${person.caller.id}) ${words}`;
  await createComment(desk.editor, { dossierId: desk.dossierId, on, body });
};
const wants = async (person: Context, mail: MailFrequency, timeZone?: string) => {
  const { version } = await readPreferences(person);
  await changePreferences(person, { version, mail, timeZone });
};
const send = ({ caller }: Context, now?: Date) => sendDigest(desk.db, { userId: caller.id }, now);
const jobs = () =>
  desk.db.$queryRaw<{ key: string; at: Date }[]>`SELECT key, run_at AS at FROM graphile_worker._private_jobs`;
/** Both parts, with their transfer encoding undone as far as these tests look. */
const wordsOf = (raw: string) =>
  raw.replace(/=\r\n/g, "").replace(/(=[0-9A-F]{2})+/g, (bytes) => {
    return Buffer.from(bytes.replaceAll("=", ""), "hex").toString();
  });

test("unread items since the e-mail before, with links, and nothing twice", async () => {
  const { viewer } = desk;
  await mention(viewer, "before e-mail was wanted");
  await wants(viewer, "now");
  await mention(viewer, "who counted?");
  await send(viewer);
  await send(viewer);
  expect(mailbox.mails).toHaveLength(1);
  const words = wordsOf(mailbox.mails[0] ?? "");
  expect(words).toContain("who counted?");
  expect(words).not.toContain("before e-mail was wanted");
  expect(words).toContain(
    `https://stet.example/dossiers/${desk.dossierId}/articles/${desk.article.id}#annotation-${annotationId}`,
  );
  await mention(viewer, "and who paid?");
  await send(viewer);
  expect(mailbox.mails).toHaveLength(2);
  expect(wordsOf(mailbox.mails[1] ?? "")).not.toContain("who counted?");
});

test("what was read, and what one may no longer see, is left out; nothing left is no e-mail", async () => {
  const { viewer, reviewer, owner, dossierId } = desk;
  for (const person of [viewer, reviewer]) {
    await wants(person, "now");
    await mention(person, "look");
  }
  await markInbox(viewer, { all: true, read: true });
  await removeMember(owner, { dossierId, userId: reviewer.caller.id });
  await Promise.all([send(viewer), send(reviewer)]);
  expect(mailbox.mails).toEqual([]);
});

test("once in a period, with two processes at it and what comes later waiting for the next", async () => {
  const { viewer } = desk;
  await wants(viewer, "daily", "Asia/Damascus");
  await mention(viewer, "in the night");
  const [job] = await jobs();
  expect(job?.key).toBe(`digest:${viewer.caller.id}`);
  const morning = job?.at ?? new Date();
  expect(morning.getUTCHours()).toBe(4);
  await Promise.all([send(viewer, morning), send(viewer, morning)]);
  const sentTwice = mailbox.mails.map((raw) => headerOf(raw, "Message-ID"));
  expect(new Set(sentTwice).size).toBe(1);
  await mention(viewer, "at noon");
  await send(viewer, new Date(morning.getTime() + 3_600_000));
  expect(new Set(mailbox.mails.map((raw) => headerOf(raw, "Message-ID"))).size).toBe(1);
  await send(viewer, new Date(morning.getTime() + 24 * 3_600_000));
  expect(wordsOf(mailbox.mails.at(-1) ?? "")).toContain("at noon");
});

test("a mail server that is down gets the same e-mail later", async () => {
  const { viewer } = desk;
  await wants(viewer, "hourly");
  await mention(viewer, "once");
  mailbox.refuses = true;
  await expect(send(viewer)).rejects.toThrow("Come back later");
  mailbox.refuses = false;
  await send(viewer);
  await send(viewer);
  expect(mailbox.mails).toHaveLength(1);
  const { id } = await desk.db.digest.findFirstOrThrow({ where: { status: "sent" } });
  expect(headerOf(mailbox.mails[0] ?? "", "Message-ID")).toBe(`<${id}@stet.example>`);
});

test("what could not be sent before somebody wanted no more e-mail stays unsent when they want it again", async () => {
  const { viewer } = desk;
  await wants(viewer, "now");
  await mention(viewer, "long ago");
  mailbox.refuses = true;
  await expect(send(viewer)).rejects.toThrow("Come back later");
  mailbox.refuses = false;
  await wants(viewer, "none");
  await wants(viewer, "now");
  await send(viewer);
  expect(mailbox.mails).toEqual([]);
});

test("nobody asks for a job in vain: none for who wants no e-mail, a new time for a new setting", async () => {
  const { viewer } = desk;
  await mention(viewer, "hm");
  expect(await jobs()).toEqual([]);
  await wants(viewer, "daily");
  await mention(viewer, "hm");
  await wants(viewer, "now");
  const [job, ...rest] = await jobs();
  expect(rest).toEqual([]);
  expect((job?.at.getTime() ?? 0) - Date.now()).toBeLessThan(31_000);
});

test("one click ends it, and only the link of the e-mail does", async () => {
  const { viewer, editor } = desk;
  await wants(viewer, "now");
  await mention(viewer, "hm");
  await send(viewer);
  const [raw = ""] = mailbox.mails;
  expect(headerOf(raw, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
  const [, address = ""] = headerOf(raw, "List-Unsubscribe").match(/^<(.*)>$/) ?? [];
  const token = new URL(address).searchParams.get("token") ?? "";
  const forged = token.replace(viewer.caller.id, editor.caller.id);
  await expect(stopMail(desk.db, forged)).rejects.toMatchObject({ code: "invalid" });
  await stopMail(desk.db, token);
  await stopMail(desk.db, token);
  expect((await readPreferences(viewer)).mail).toBe("none");
});
