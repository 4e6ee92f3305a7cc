type Place = { dossierId: string; articleId: string; id: string };

/** Where an annotation is shown in its article. */
export function passageLink({ dossierId, articleId, id }: Place): string {
  return `/dossiers/${dossierId}/articles/${articleId}#annotation-${id}`;
}
