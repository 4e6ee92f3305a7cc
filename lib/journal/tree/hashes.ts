import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes } from "@noble/hashes/utils.js";

/** A node of the tree: SHA-256, as 64 lower-case hex digits. */
export type NodeHash = string;

const leafPrefix = new Uint8Array([0]);
const nodePrefix = new Uint8Array([1]);

/** The head of a tree without leaves: SHA-256 of nothing (RFC 6962, 2.1). */
export const emptyHead: NodeHash = bytesToHex(sha256(new Uint8Array()));

/** The leaf of one entry of the log. Its prefix differs from a node's, so that neither can be passed off as the other. */
export function leafHash(entry: Uint8Array): NodeHash {
  return bytesToHex(sha256(concatBytes(leafPrefix, entry)));
}

/** The node above two nodes. */
export function nodeHash(left: NodeHash, right: NodeHash): NodeHash {
  return bytesToHex(sha256(concatBytes(nodePrefix, hexToBytes(left), hexToBytes(right))));
}
