type Place = { dossierId: string; articleId: string; start: number; end: number };

/** Where a passage that nobody has tagged is shown in its article. */
export function placeLink({ dossierId, articleId, start, end }: Place): string {
  return `/dossiers/${dossierId}/articles/${articleId}#passage-${start}-${end}`;
}

/** The passage that a page's hash names; null when none. UTF-16 offsets. */
export function passageInHash(hash: string): { start: number; end: number } | null {
  const [, start, end] = /^#passage-(\d{1,9})-(\d{1,9})$/.exec(hash) ?? [];
  if (start === undefined || end === undefined || Number(start) >= Number(end)) return null;
  return { start: Number(start), end: Number(end) };
}
