import { type Zippable, zipSync } from "fflate";

/** Files in one zip, in their order. Times are those of no moment, so the same files always give the same bytes. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of files) entries[name] = [bytes, { level: 6 }];
  // The earliest that a zip can say, in the local time that zip means.
  return zipSync(entries, { mtime: new Date(1980, 0, 1) });
}
