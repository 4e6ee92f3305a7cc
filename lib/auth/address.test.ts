import { createServer } from "node:http";
import { afterEach, expect, test } from "vitest";
import { addressOf, hostOf, markPeers } from "./address";

afterEach(() => {
  delete process.env.STET_TRUSTED_PROXIES;
});

test("before anyone marks requests, every caller is the same unknown one", () => {
  expect(addressOf(new Headers({ "x-stet-peer": "1.2.3.4", "x-forwarded-for": "1.2.3.4" }))).toBe("unknown");
});

test("a marked request carries its socket's address, whatever the client writes", async () => {
  markPeers();
  const seen = await new Promise<unknown>((resolve) => {
    const server = createServer((request, response) => {
      response.end();
      server.close();
      resolve(request.headers["x-stet-peer"]);
    });
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      void fetch(`http://127.0.0.1:${port}`, { headers: { "x-stet-peer": "9.9.9.9" } });
    });
  });
  expect(seen).toBe("127.0.0.1");
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
  markPeers();
  process.env.STET_TRUSTED_PROXIES = trusted;
  expect(addressOf(new Headers({ "x-stet-peer": peer, "x-forwarded-for": forwarded }))).toBe(expected);
});

test("only a trusted proxy says which host was asked for", () => {
  markPeers();
  const headers = new Headers({ "x-stet-peer": "10.0.0.1", host: "inside", "x-forwarded-host": "outside" });
  expect(hostOf(headers)).toBe("inside");
  process.env.STET_TRUSTED_PROXIES = "10.0.0.1";
  expect(hostOf(headers)).toBe("outside");
});
