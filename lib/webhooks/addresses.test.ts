import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOpenAddress, whyNotPosted } from "./addresses";

describe("only the open internet", () => {
  test.each([
    ...["127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"],
    ...[
      "169.254.169.254",
      "100.64.0.1",
      "224.0.0.1",
      "255.255.255.255",
      "192.0.2.1",
      "198.18.0.1",
      "240.0.0.1",
    ],
    ...[
      "::1",
      "::",
      "fe80::1",
      "fe80::1%eth0",
      "fc00::1",
      "fd00:ec2::254",
      "ff02::1",
      "2001:db8::1",
      "fec0::1",
    ],
    ...["::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1"],
    ...["::7f00:1", "::a9fe:a9fe", "4000::1"],
    ...["64:ff9b:1::a00:1", "2002:7f00:1::", "2001::1", "", "localhost", "1.1.1"],
  ])("not %s", (address) => expect(isOpenAddress(address)).toBe(false));

  test.each(["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:1.1.1.1"])("%s", (address) => {
    expect(isOpenAddress(address)).toBe(true);
  });

  test("an IPv4 address and the same mapped into IPv6 are one", () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isOpenAddress(`::ffff:${address}`)).toBe(isOpenAddress(address));
      }),
    );
  });
});

test.each<[string, boolean]>([
  ["https://hooks.example/in", true],
  ["http://hooks.example/in", false],
  ["https://user:secret@hooks.example/in", false],
  ["https://localhost/in", false],
  ["https://[::127.0.0.1]/in", false],
  ["https://app.localhost./in", false],
  ["https://127.1/in", false],
  ["https://0x7f000001/in", false],
  ["https://2130706433/in", false],
  ["https://[::1]/in", false],
  ["https://[::ffff:169.254.169.254]/latest", false],
  ["ftp://hooks.example/in", false],
])("%s may be posted to: %s", (url, isFine) => {
  expect(whyNotPosted(url, false) === null).toBe(isFine);
});

test("this machine over plain http only where that is allowed, and nothing else with it", () => {
  expect(whyNotPosted("http://127.0.0.1:4000/in", true)).toBeNull();
  expect(whyNotPosted("http://localhost:4000/in", true)).toBeNull();
  expect(whyNotPosted("http://hooks.example/in", true)).not.toBeNull();
  expect(whyNotPosted("https://10.0.0.1/in", true)).not.toBeNull();
});
