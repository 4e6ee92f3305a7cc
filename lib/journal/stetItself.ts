/** Who did what nobody did: the nil UUID (RFC 9562, 5.9) stands for Stet in the journal. */
export const STET_ID = "00000000-0000-0000-0000-000000000000";
export const STET_NAME = "Stet";
