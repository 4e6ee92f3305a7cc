export const dossierTabs = [
  "articles",
  "links",
  "reports",
  "returned",
  "members",
  "activity",
  "search",
  "settings",
] as const;
export type DossierTab = (typeof dossierTabs)[number];

/** The part of a dossier that an address asks for; the articles when it asks for nothing known. */
export function tabOf(asked: string | string[] | undefined): DossierTab {
  return dossierTabs.find((tab) => tab === asked) ?? "articles";
}
