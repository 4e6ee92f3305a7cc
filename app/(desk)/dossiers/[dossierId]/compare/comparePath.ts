/** Article ids, and the annotations to open in each. */
export type CompareQuery = { left?: string; right?: string; leftAt?: string; rightAt?: string };

/** Where two articles, or two places of one, stand side by side. */
export function comparePath(dossierId: string, query: CompareQuery): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return `/dossiers/${dossierId}/compare?${new URLSearchParams(given)}`;
}
