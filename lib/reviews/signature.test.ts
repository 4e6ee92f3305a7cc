import { hexToBytes } from "@noble/hashes/utils.js";
import { describe, expect, test } from "vitest";
import { fromBase64, toBase64 } from "@/lib/reviews/base64";
import {
  checkSigned,
  keyIdOf,
  publicKeyOf,
  signBytes,
  signStatement,
  verifyBytes,
} from "@/lib/reviews/signature";
import type { SignedStatement } from "@/lib/reviews/statement";

// RFC 8032 §7.1, tests 1 to 3.
const vectors = [
  {
    privateKey: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    message: "",
    signature:
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  },
  {
    privateKey: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    publicKey: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    message: "72",
    signature:
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  },
  {
    privateKey: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    message: "af82",
    signature:
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  },
];

describe("Ed25519", () => {
  test.each(vectors)("RFC 8032 §7.1, message $message", (vector) => {
    const privateKey = hexToBytes(vector.privateKey);
    const publicKey = hexToBytes(vector.publicKey);
    const message = hexToBytes(vector.message);
    const signature = hexToBytes(vector.signature);
    expect(publicKeyOf(privateKey)).toEqual(publicKey);
    expect(signBytes(message, privateKey)).toEqual(signature);
    expect(verifyBytes(signature, message, publicKey)).toBe(true);
    expect(verifyBytes(signature, Uint8Array.of(...message, 0), publicKey)).toBe(false);
  });

  test("a signature with S raised by the group order is refused", () => {
    const signature = hexToBytes(vectors[1]?.signature ?? "");
    const order = (1n << 252n) + 27742317777372353535851937790883648493n;
    let s = order;
    for (let i = 31; i >= 0; i--) s += BigInt(signature[32 + i] ?? 0) << BigInt(8 * i);
    const raised = signature.slice();
    for (let i = 0; i < 32; i++) raised[32 + i] = Number((s >> BigInt(8 * i)) & 255n);
    expect(verifyBytes(raised, Uint8Array.of(0x72), hexToBytes(vectors[1]?.publicKey ?? ""))).toBe(false);
  });

  test("a public key of small order, which would fit any message, is refused", () => {
    const identity = Uint8Array.of(1, ...new Array<number>(31).fill(0));
    const signature = Uint8Array.of(...identity, ...new Array<number>(32).fill(0));
    expect(verifyBytes(signature, Uint8Array.of(1, 2, 3), identity)).toBe(false);
  });
});

const privateKey = hexToBytes(vectors[0]?.privateKey ?? "");
const statement: SignedStatement = {
  format: "stet.sign-off",
  formatVersion: 1,
  contentHash: "0".repeat(64),
  report: { id: "019b0000-0000-7000-8000-000000000001", title: "Amnesties" },
  round: { id: "019b0000-0000-7000-8000-000000000002", number: 1 },
  reviewer: { id: "019b0000-0000-7000-8000-000000000003", name: "Rana" },
  statement: "Checked.",
  signedAt: "2026-03-01T09:00:00.000Z",
  journal: { seq: 7, hash: "f".repeat(64) },
  keyId: keyIdOf(publicKeyOf(privateKey)),
};

describe("sign-offs", () => {
  const signOff = signStatement(statement, privateKey);

  test("what was signed checks", () => expect(checkSigned(signOff)).toEqual({ ok: true }));

  test("the order of a statement's fields does not matter", () => {
    const reversed = Object.fromEntries(Object.entries(statement).reverse()) as SignedStatement;
    expect(signStatement(reversed, privateKey).signature).toBe(signOff.signature);
  });

  test.each([
    ["another word", { ...signOff, signed: { ...statement, statement: "Not checked." } }, /does not fit/],
    ["another time", { ...signOff, signed: { ...statement, signedAt: "2026-03-01T09:00:01.000Z" } }, /fit/],
    ["another key's name", { ...signOff, signed: { ...statement, keyId: "0" } }, /not the key/],
    ["a short signature", { ...signOff, signature: "AAAA" }, /not an Ed25519 signature/],
    ["a key that is not base64", { ...signOff, publicKey: "!" }, /not an Ed25519 key/],
    [
      "a second spelling of the signature",
      { ...signOff, signature: ` ${signOff.signature}` },
      /not an Ed25519/,
    ],
  ])("%s is refused", (_name, forged, reason) => {
    const check = checkSigned(forged);
    expect(check.ok).toBe(false);
    expect(!check.ok && check.reason).toMatch(reason);
  });

  test("a statement that names another key is not signed", () => {
    expect(() => signStatement({ ...statement, keyId: "1" }, privateKey)).toThrow(/another/);
  });
});

describe("base64", () => {
  test.each(["", "AA==", "AAA=", "AAAA", "+/+/"])("%j is read and written back", (text) => {
    expect(toBase64(fromBase64(text) ?? Uint8Array.of(9))).toBe(text);
  });
  test.each(["A", "AA", "AB==", "AA==\n", "-_-_", "é"])(
    "%j is not the one way to write its bytes",
    (text) => {
      expect(fromBase64(text)).toBeNull();
    },
  );
});
