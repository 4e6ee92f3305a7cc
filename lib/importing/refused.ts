/** Why something cannot be imported; the codes of the API for bad input. */
export type ImportRefusalCode = "too_large" | "unsupported_type" | "ill_formed_text" | "empty_text";

/** Thrown by importers. The message is a sentence for the person who imports. */
export class ImportRefused extends Error {
  override readonly name = "ImportRefused";
  constructor(
    readonly code: ImportRefusalCode,
    message: string,
  ) {
    super(message);
  }
}
