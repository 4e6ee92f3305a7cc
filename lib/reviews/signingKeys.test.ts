import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { signedEnvelope } from "@/lib/exporting/envelope";
import { sampleSnapshot, signOffOf } from "@/lib/exporting/fixture";
import { renderJson } from "@/lib/exporting/json";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { toBase64 } from "./base64";
import { attestedKeys, knownPublicKeys, listSigningKeys, rotateSigningKey, signingKey } from "./signingKeys";
import { verifyExport } from "./verify";

let desk: TestDesk;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stet-keys-"));
  vi.stubEnv("STET_DATA_DIR", folder);
  desk = await openDesk();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await desk.close();
});

const signedNow = async () => {
  const { id, privateKey } = await signingKey(desk.db);
  const signedAt = new Date().toISOString();
  return {
    id,
    file: renderJson(
      signedEnvelope(sampleSnapshot, [signOffOf(sampleSnapshot, { keyId: id, signedAt }, privateKey)]),
    ),
  };
};

test("the first need makes a key; many at once make one", async () => {
  const pairs = await Promise.all(Array.from({ length: 8 }, () => signingKey(desk.db)));
  expect(new Set(pairs.map(({ id }) => id)).size).toBe(1);
  expect(await listSigningKeys(desk.db)).toMatchObject([{ id: pairs[0]?.id, retiredAt: null }]);
});

test("rotating signs with another key at once; what was signed before verifies for ever", async () => {
  const before = await signedNow();
  const keys = await rotateSigningKey(desk.db);
  const after = await signedNow();
  expect(after.id).not.toBe(before.id);
  expect(keys).toMatchObject([
    { id: after.id, retiredAt: null },
    { id: before.id, retiredAt: expect.any(String) },
  ]);
  for (const trusted of [keys, await knownPublicKeys(folder)]) {
    expect(trusted).toHaveLength(2);
    for (const { file } of [before, after]) expect(verifyExport(file, trusted).reasons).toEqual([]);
  }
});

test("of a retired key the private half is nowhere any more, and what claims to be signed with it later is refused", async () => {
  const { id, privateKey } = await signingKey(desk.db);
  const keys = await rotateSigningKey(desk.db);
  for (const name of await readdir(folder)) {
    expect(await readFile(join(folder, name), "utf8"), name).not.toContain(toBase64(privateKey));
  }
  const signedAt = new Date(Date.now() + 60_000).toISOString();
  const late = signOffOf(sampleSnapshot, { keyId: id, signedAt }, privateKey);
  expect(verifyExport(renderJson(signedEnvelope(sampleSnapshot, [late])), keys).reasons.join()).toMatch(
    /was retired/,
  );
});

test("signing and rotating at the same time: no signature says it is younger than its key's retirement", async () => {
  const files: string[] = [];
  for (let round = 0; round < 5; round++) {
    const [, ...made] = await Promise.all([
      rotateSigningKey(desk.db),
      ...Array.from({ length: 4 }, () =>
        desk.db.$transaction(async (tx) => {
          const [{ now } = { now: new Date() }] = await tx.$queryRaw<{ now: Date }[]>`
            SELECT date_trunc('milliseconds', clock_timestamp()) AS now`;
          const { id, privateKey } = await signingKey(tx);
          const signOff = signOffOf(sampleSnapshot, { keyId: id, signedAt: now.toISOString() }, privateKey);
          return renderJson(signedEnvelope(sampleSnapshot, [signOff]));
        }),
      ),
    ]);
    files.push(...made);
  }
  const keys = await listSigningKeys(desk.db);
  for (const file of files) expect(verifyExport(file, keys).reasons).toEqual([]);
});

test("a key that is given by the environment is not rotated here; another one given retires the one before", async () => {
  const { id } = await signingKey(desk.db);
  vi.stubEnv("STET_SIGNING_KEY", toBase64(new Uint8Array(32).fill(3)));
  await expect(rotateSigningKey(desk.db)).rejects.toMatchObject({
    code: "forbidden",
    message: expect.stringContaining("STET_SIGNING_KEY"),
  });
  const given = await signingKey(desk.db);
  const retired = (keys: { id: string; retiredAt?: string | null }[], of: string) =>
    keys.find((key) => key.id === of)?.retiredAt;
  expect(retired(await listSigningKeys(desk.db), id)).toEqual(expect.any(String));
  expect(retired(await listSigningKeys(desk.db), given.id)).toBeNull();
  vi.stubEnv("STET_SIGNING_KEY", undefined);
  // Given up again: the file's key is the one in use.
  await signingKey(desk.db);
  expect(retired(await listSigningKeys(desk.db), id)).toBeNull();
  expect(retired(await listSigningKeys(desk.db), given.id)).toEqual(expect.any(String));
});

test("a key that somebody put into the table does not come to be trusted by that", async () => {
  const stranger = {
    id: "0123456789abcdef",
    publicKey: toBase64(new Uint8Array(32).fill(9)),
    retiredAt: new Date(),
  };
  await desk.db.signingKey.create({ data: stranger });
  await signingKey(desk.db);
  await rotateSigningKey(desk.db);
  expect((await knownPublicKeys(folder)).map(({ id }) => id)).not.toContain(stranger.id);
  const attested = (await attestedKeys(desk.db)).map(({ id }) => id);
  expect(attested).toContain((await signingKey(desk.db)).id);
  expect(attested).not.toContain(stranger.id);
});
