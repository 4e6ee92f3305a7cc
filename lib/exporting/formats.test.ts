import { expect, test } from "vitest";
import { signedEnvelope } from "@/lib/exporting/envelope";
import { sampleSnapshot, signedSample, signOffOf } from "@/lib/exporting/fixture";
import { exportFileName, exportFormatNames, exportFormats } from "@/lib/exporting/formats";

/** The same value with the keys of every object the other way round, as another database might give them. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([k, v]) => [k, reversed(v)]),
  ) as T;
}

// What a browser prints holds the moment in places that nobody reads.
test.each(exportFormatNames.filter((name) => name !== "pdf"))(
  "two %s exports of one signed round are the same bytes",
  (name) => {
    const first = signOffOf(sampleSnapshot);
    const other = signOffOf(sampleSnapshot, {
      reviewer: { id: "019b2c00-0000-7000-8000-0000000000aa", name: "Ada" },
      signedAt: "2026-03-02T00:00:00.000Z",
    });
    const render = exportFormats[name].render;
    expect(render(signedEnvelope(reversed(sampleSnapshot), [other, first]))).toEqual(
      render(signedEnvelope(sampleSnapshot, [first, other])),
    );
  },
);

test.each([
  ["What the amnesties of 2011 covered", "what-the-amnesties-of-2011-covered-signed.json"],
  ["Élysée: “non”", "elysee-non-signed.json"],
  ["عفو", "report-signed.json"],
  ["../../etc/passwd", "etc-passwd-signed.json"],
])("the file of %j is called %s", (title, name) => {
  const report = { ...sampleSnapshot.report, title };
  expect(exportFileName({ ...signedSample, snapshot: { ...sampleSnapshot, report } }, "json")).toBe(name);
});
