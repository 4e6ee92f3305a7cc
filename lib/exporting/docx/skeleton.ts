/**
 * Everything in a zip but when and how its parts were compressed: the headers before each part, its directory and its end, in
 * hexadecimal. Null when anything stands before, between or behind them, or when they disagree on where a part is: then
 * something could hide there, or another reader find other parts (PKWARE APPNOTE 4.3). Never throws.
 */
export function skeletonOf(file: Uint8Array): string | null {
  try {
    return skeleton(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
  } catch {
    return null;
  }
}

const LOCAL = { length: 30, size: 18, name: 26 };
const CENTRAL = { length: 46, size: 20, name: 28, place: 42 };
const END = { length: 22, directory: 16 };

/** @throws RangeError where a header says that something lies outside the file */
function skeleton(zip: Buffer): string | null {
  const end = zip.length - END.length;
  const directory = zip.readUInt32LE(end + END.directory);
  const headers: string[] = [];
  let part = 0;
  let entry = directory;
  while (entry < end) {
    const size = zip.readUInt32LE(entry + CENTRAL.size);
    if (zip.readUInt32LE(entry + CENTRAL.place) !== part) return null;
    if (zip.readUInt32LE(part + LOCAL.size) !== size) return null;
    const data = part + LOCAL.length + zip.readUInt16LE(part + LOCAL.name) + zip.readUInt16LE(part + 28);
    headers.push(without(zip.subarray(part, data), [8, 14], [LOCAL.size, LOCAL.size + 4]));
    part = data + size;
    const lengths = [0, 2, 4].map((field) => zip.readUInt16LE(entry + CENTRAL.name + field));
    const next = entry + CENTRAL.length + lengths.reduce((sum, length) => sum + length, 0);
    const { size: at, place } = CENTRAL;
    headers.push(without(zip.subarray(entry, next), [10, 16], [at, at + 4], [place, place + 4]));
    entry = next;
  }
  if (part !== directory || entry !== end) return null;
  // The size of the directory is among what is left, its place is known.
  return [...headers, without(zip.subarray(end), [END.directory, END.directory + 4])].join(" ");
}

/** The bytes without those in these ranges; 8 to 14 and 10 to 16 are the method and the time of a part. */
function without(bytes: Buffer, ...ranges: [number, number][]): string {
  const rest = Buffer.from(bytes);
  for (const [from, to] of ranges) rest.fill(0, from, to);
  return rest.toString("hex");
}
