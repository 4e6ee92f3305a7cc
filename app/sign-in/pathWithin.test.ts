import { expect, test } from "vitest";
import { pathWithin } from "./pathWithin";

test.each([
  ["/dossiers/1?tab=links#x", "/dossiers/1?tab=links#x"],
  [undefined, "/dossiers"],
  [["/a", "/b"], "/dossiers"],
  ["https://elsewhere.example/", "/dossiers"],
  ["//elsewhere.example/", "/dossiers"],
  ["/\\elsewhere.example/", "/dossiers"],
  ["/.//elsewhere.example", "/dossiers"],
  ["/x/..//elsewhere.example/a", "/dossiers"],
  ["/%2e//elsewhere.example", "/dossiers"],
  ["javascript:alert(1)", "/dossiers"],
  ["http://", "/dossiers"],
])("after signing in, %j leads to %j", (asked, path) => {
  expect(pathWithin(asked)).toBe(path);
});
