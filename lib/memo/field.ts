/** The one shared type of a memo's document. */
export const MEMO_FIELD = "memo";
