import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "@/lib/db/client";
import { APP_ROLE } from "@/lib/db/roles";
import { type TestDatabase, testDatabase } from "@/lib/testing/database";
import { scopes } from "./caller";
import { isPassword, passwordSchema } from "./passwords";
import { countAttempt, forgiveAttempt } from "./rateLimits";
import { signIn } from "./signIn";
import { callerOfToken, createToken, revokeToken } from "./tokens";
import {
  changePassword,
  createFirstAdmin,
  createUser,
  isEmptyInstallation,
  signOutEverywhere,
} from "./users";

let place: TestDatabase;
let db: Database;
beforeAll(async () => {
  place = await testDatabase();
  db = openDatabase(place.url, APP_ROLE);
});
afterAll(async () => {
  await db.$disconnect();
  await place.drop();
});

const password = "correct horse battery";
let people = 0;
const person = () => createUser(db, { email: `p${++people}@test.example`, name: "P", password });
const contextOf = (caller: Awaited<ReturnType<typeof person>>) => ({
  db,
  caller: { ...caller, inPerson: true, scopes },
});

test("of several who set up an empty installation at once, one becomes its admin", async () => {
  expect(await isEmptyInstallation(db)).toBe(true);
  const tries = await Promise.allSettled(
    ["a", "b", "c"].map((name) => createFirstAdmin(db, { email: `${name}@first.example`, name, password })),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.user.count()).toBe(1);
  const late = createFirstAdmin(db, { email: "late@first.example", name: "Late", password });
  await expect(late).rejects.toMatchObject({ code: "forbidden" });
});

test("an address has one account", async () => {
  const { email } = await person();
  await expect(createUser(db, { email, name: "Q", password })).rejects.toMatchObject({
    code: "duplicate",
    field: "email",
  });
});

describe("passwords", () => {
  test.each([
    ["a".repeat(11), false],
    ["a".repeat(12), true],
    ["a".repeat(200), true],
    ["a".repeat(201), false],
  ])("length counts", (candidate, accepted) => {
    expect(passwordSchema.safeParse(candidate).success).toBe(accepted);
  });

  test("are the same whichever code points a keyboard writes", async () => {
    const user = await createUser(db, {
      email: "e@test.example",
      name: "E",
      password: "caf\u00e9 caf\u00e9 caf\u00e9",
    });
    const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: user.id } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword("cafe\u0301 cafe\u0301 cafe\u0301", passwordHash)).toBe(true);
    expect(await isPassword("cafe cafe cafe", passwordHash)).toBe(false);
    expect(await isPassword("nobody has this password", null)).toBe(false);
  });

  test("are changed by whoever knows the old one, which ends every session", async () => {
    const user = await person();
    const wrong = changePassword(contextOf(user), {
      current: "not this one at all",
      next: "another long one",
    });
    await expect(wrong).rejects.toMatchObject({ code: "invalid", field: "current" });
    await changePassword(contextOf(user), { current: password, next: "another long one" });
    expect(await signIn(db, { email: user.email, password }, "1.1.1.1")).toBeNull();
    const signedIn = await signIn(db, { email: user.email, password: "another long one" }, "1.1.1.1");
    expect(signedIn?.sessionVersion).toBe(2);
    await signOutEverywhere(contextOf(user));
    expect((await db.user.findUniqueOrThrow({ where: { id: user.id } })).sessionVersion).toBe(3);
  });
});

describe("signing in", () => {
  test("takes the address in any case, and says nothing about why not", async () => {
    const user = await person();
    const found = await signIn(db, { email: user.email.toUpperCase(), password }, "2.2.2.2");
    expect(found).toMatchObject({ id: user.id, sessionVersion: 1 });
    for (const given of [
      { email: user.email, password: `${password}!` },
      { email: "nobody@test.example", password },
      { email: "no address", password },
      { email: user.email },
      undefined,
    ]) {
      expect(await signIn(db, given, "2.2.2.2")).toBeNull();
    }
    await db.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
    expect(await signIn(db, { email: user.email, password }, "2.2.2.2")).toBeNull();
  });

  test("is limited by account, wherever the attempts come from", async () => {
    const user = await person();
    const attempts = await Promise.allSettled(
      Array.from({ length: 25 }, (_, i) =>
        signIn(db, { email: user.email, password: "wrong" }, `3.3.3.${i}`),
      ),
    );
    expect(attempts.filter(({ status }) => status === "rejected")).toHaveLength(5);
    await expect(signIn(db, { email: user.email, password }, "3.3.4.1")).rejects.toMatchObject({
      code: "rate_limited",
      retryAfterSeconds: expect.any(Number),
    });
  });

  test("a success takes its attempts back", async () => {
    const { email } = await person();
    for (let i = 0; i < 3; i++) await signIn(db, { email, password: "wrong" }, "4.4.4.4");
    await signIn(db, { email, password }, "4.4.4.4");
    const points = (await db.rateLimit.findMany({ select: { key: true, points: true } })).map(
      ({ points }) => points,
    );
    expect(points).not.toContain(4);
    expect(points).toContain(3);
  });
});

test("attempts at once are all counted, and the table names nobody", async () => {
  const tries = await Promise.allSettled(
    Array.from({ length: 14 }, () => countAttempt(db, "setup", "5.5.5.5")),
  );
  expect(tries.filter(({ status }) => status === "rejected")).toHaveLength(4);
  await forgiveAttempt(db, "setup", "5.5.5.5", true);
  await countAttempt(db, "setup", "5.5.5.5");
  const keys = (await db.rateLimit.findMany()).map(({ key }) => key).join();
  expect(keys).not.toMatch(/5\.5\.5\.5|@/);
});

describe("tokens", () => {
  test("are stored as hashes, carry their scopes and remember their last use", async () => {
    const user = await person();
    const { id, secret } = await createToken(db, {
      userId: user.id,
      name: "t",
      scopes: ["read", "sign"],
      days: 1,
    });
    expect(secret).toMatch(/^stet_[\w-]{43}$/);
    expect(await callerOfToken(db, secret)).toMatchObject({ id: user.id, scopes: ["read", "sign"] });
    const row = await db.token.findUniqueOrThrow({ where: { id } });
    expect(row.hash).not.toContain(secret.slice(5));
    expect(row.lastUsedAt).toBeInstanceOf(Date);
    await expect(revokeToken(db, { userId: (await person()).id, tokenId: id })).rejects.toMatchObject({
      code: "not_found",
    });
    await revokeToken(db, { userId: user.id, tokenId: id });
    expect(await callerOfToken(db, secret)).toBeNull();
  });

  test.each([
    ["no scope", { scopes: [], days: 1 }],
    ["no time", { scopes: ["read" as const], days: 0 }],
    ["too long a time", { scopes: ["read" as const], days: 1_000 }],
    ["a time that is no number", { scopes: ["read" as const], days: Number.NaN }],
  ])("are refused for %s", async (_name, wrong) => {
    const { id: userId } = await person();
    await expect(createToken(db, { userId, name: "t", ...wrong })).rejects.toMatchObject({ code: "invalid" });
  });
});
