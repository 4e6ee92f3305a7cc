import { afterEach, expect, test } from "vitest";
import { addressOf, hostOf } from "./address";

afterEach(() => {
  delete process.env.STET_TRUSTED_PROXIES;
  delete process.env.STET_MARKS_PEERS;
});

test("before anyone marks requests, every caller is the same unknown one", () => {
  expect(addressOf(new Headers({ "x-stet-peer": "1.2.3.4", "x-forwarded-for": "1.2.3.4" }))).toBe("unknown");
});

test.each([
  ["nobody is trusted", "", "1.1.1.1", "6.6.6.6", "1.1.1.1"],
  ["the peer is another's proxy", "10.0.0.0/8", "1.1.1.1", "6.6.6.6", "1.1.1.1"],
  ["our proxy names the client", "10.0.0.0/8", "10.0.0.1", "6.6.6.6", "6.6.6.6"],
  ["the client wrote a forged hop first", "10.0.0.0/8", "10.0.0.1", "7.7.7.7, 6.6.6.6", "6.6.6.6"],
  ["two of our proxies", "10.0.0.1, 10.0.0.2", "10.0.0.1", "6.6.6.6, 10.0.0.2", "6.6.6.6"],
  ["our proxy adds nothing", "10.0.0.1", "10.0.0.1", "", "10.0.0.1"],
  ["nonsense", "10.0.0.1", "10.0.0.1", "<script>", "10.0.0.1"],
  ["IPv4 through an IPv6 socket", "10.0.0.1", "::ffff:10.0.0.1", "6.6.6.6", "6.6.6.6"],
  ["IPv6", "fd00::/8", "fd00::1", "2001:db8::1", "2001:db8::1"],
])("%s", (_name, trusted, peer, forwarded, expected) => {
  process.env.STET_MARKS_PEERS = "1";
  process.env.STET_TRUSTED_PROXIES = trusted;
  expect(addressOf(new Headers({ "x-stet-peer": peer, "x-forwarded-for": forwarded }))).toBe(expected);
});

test("only a trusted proxy says which host was asked for", () => {
  process.env.STET_MARKS_PEERS = "1";
  const headers = new Headers({ "x-stet-peer": "10.0.0.1", host: "inside", "x-forwarded-host": "outside" });
  expect(hostOf(headers)).toBe("inside");
  process.env.STET_TRUSTED_PROXIES = "10.0.0.1";
  expect(hostOf(headers)).toBe("outside");
});
