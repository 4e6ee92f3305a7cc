/** Standard base64 (RFC 4648 §4, padded) of some bytes. Works in browsers and Node. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** The bytes of padded base64, or null when `text` is not the one way to write them. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    // atob forgives white space, missing padding and stray bits: two spellings of one signature would verify.
    return toBase64(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}
