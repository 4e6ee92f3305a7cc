/** First bytes in hexadecimal, by what the file then is; `..` is any byte. */
const SIGNATURES: readonly [name: string, signatures: string][] = [
  ["a PDF", "255044462d"],
  ["a ZIP archive or an Office document", "504b0304 504b0506 504b0708"],
  ["an old Office document", "d0cf11e0"],
  ["an RTF document", "7b5c727466"],
  ["a PNG picture", "89504e47"],
  ["a JPEG picture", "ffd8ff"],
  ["a GIF picture", "474946383761 474946383961"],
  ["a TIFF picture", "49492a00 4d4d002a"],
  ["a WebP, WAV or AVI file", "52494646........57454250 52494646........57415645 52494646........41564920"],
  ["an audio file", "49443302 49443303 49443304 4f67675300 664c6143"],
  ["a video", "........66747970 1a45dfa3"],
  ["a compressed archive", "1f8b 377abcaf 526172211a 425a6839314159 fd377a585a"],
  ["a program", "7f454c46 4d5a9000 cafebabe"],
  ["a database", "53514c69746520666f726d6174203300"],
];

/** Names the binary format that the bytes begin as ("a PDF"), or null. Text never begins so. */
export function binaryFormat(bytes: Uint8Array): string | null {
  const head = Array.from(bytes.subarray(0, 32), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const found = SIGNATURES.find(([, signatures]) =>
    signatures.split(" ").some((signature) => new RegExp(`^${signature}`).test(head)),
  );
  return found?.[0] ?? null;
}
