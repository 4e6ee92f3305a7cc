import { presentAnnotation } from "@/lib/annotations/present";
import type { Transaction } from "@/lib/db/client";
import { presentEvidence } from "@/lib/evidence/present";
import { presentLink } from "@/lib/links/present";
import { type ItemType, itemHashes, itemKey } from "./itemHash";

type Item = { type: ItemType; id: string };

/** By `itemKey`, the version and `itemHash` of each item as it stands now; those that are deleted are not there. */
export async function currentItems(
  tx: Transaction,
  items: readonly Item[],
): Promise<Map<string, { version: number; contentHash: string }>> {
  const idsOf = (type: ItemType) => items.filter((item) => item.type === type).map(({ id }) => id);
  const links = (await tx.link.findMany({ where: { id: { in: idsOf("link") }, deletedAt: null } })).map(
    presentLink,
  );
  const wanted = new Set([...idsOf("annotation"), ...links.flatMap(({ from, to }) => [from, to])]);
  const annotations = (
    await tx.annotation.findMany({ where: { id: { in: [...wanted] }, deletedAt: null } })
  ).map(presentAnnotation);
  const evidence = (
    await tx.evidence.findMany({
      where: { annotationId: { in: idsOf("annotation") }, deletedAt: null },
      omit: { archived: true },
    })
  ).map(presentEvidence);
  const hashes = itemHashes({ annotations, evidence, links });
  const current = new Map<string, { version: number; contentHash: string }>();
  const add = (type: ItemType, { id, version }: { id: string; version: number }) => {
    const key = itemKey({ type, id });
    current.set(key, { version, contentHash: hashes.get(key) ?? "" });
  };
  for (const annotation of annotations) add("annotation", annotation);
  for (const link of links) add("link", link);
  return current;
}
