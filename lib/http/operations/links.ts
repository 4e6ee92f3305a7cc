import { z } from "zod";
import { annotationParams } from "@/lib/annotations/schema";
import {
  changeCommentInput,
  commentSchema,
  createCommentInput,
  deleteCommentInput,
  listCommentsInput,
  restoreCommentInput,
} from "@/lib/comments/schema";
import { created, operation, pageOf, repeatable } from "@/lib/http/operation";
import { pictureSchema, readPictureInput } from "@/lib/links/pictureSchema";
import {
  boardPageSchema,
  changedLinkSchema,
  changeLinkInput,
  changeLinksInput,
  createLinkInput,
  deleteLinkInput,
  linkAroundSchema,
  linkParams,
  linkSchema,
  listLinksInput,
  readBoardInput,
  relatedSchema,
  restoreLinkInput,
  seeLinkInput,
} from "@/lib/links/schema";
import {
  changeFilterInput,
  deleteFilterInput,
  listFiltersInput,
  savedFilterSchema,
  saveFilterInput,
} from "@/lib/savedFilters/schema";

const links = "/api/dossiers/[dossierId]/links";
const link = "/api/links/[linkId]";

export const linkOperations = {
  list: operation(`GET ${links}`, "A dossier's links", listLinksInput, pageOf(linkSchema)),
  create: operation(`POST ${links}`, "Link two annotations", createLinkInput, linkSchema, {
    ...created,
    ...repeatable,
  }),
  changeMany: operation(
    `PATCH ${links}`,
    "Change many links at once",
    changeLinksInput,
    z.object({ items: z.array(changedLinkSchema) }),
  ),
  board: operation(`GET ${links}/board`, "Links with both passages", readBoardInput, boardPageSchema),
  picture: operation(
    `GET ${links}/picture`,
    "What a timeline and a map show",
    readPictureInput,
    pictureSchema,
  ),
  around: operation(`GET ${link}/around`, "A link’s history and story", linkParams, linkAroundSchema),
  see: operation(`POST ${link}/seen`, "Say that a link still stands", seeLinkInput, linkSchema),
  related: operation(
    "GET /api/annotations/[annotationId]/related",
    "Passages with the same speaker or figure",
    annotationParams,
    relatedSchema,
  ),
  read: operation(`GET ${link}`, "A link", linkParams, linkSchema),
  change: operation(`PATCH ${link}`, "Change a link", changeLinkInput, linkSchema, repeatable),
  delete: operation(`DELETE ${link}`, "Delete a link", deleteLinkInput, linkSchema, repeatable),
  restore: operation(
    `POST ${link}/restore`,
    "Bring a deleted link back",
    restoreLinkInput,
    linkSchema,
    repeatable,
  ),
};

const filters = "/api/dossiers/[dossierId]/filters";
const filter = "/api/filters/[filterId]";

export const filterOperations = {
  list: operation(
    `GET ${filters}`,
    "Filters kept for the board",
    listFiltersInput,
    pageOf(savedFilterSchema),
  ),
  save: operation(
    `POST ${filters}`,
    "Keep a filter of the board",
    saveFilterInput,
    savedFilterSchema,
    created,
  ),
  change: operation(
    `PATCH ${filter}`,
    "Rename or change a kept filter",
    changeFilterInput,
    savedFilterSchema,
  ),
  delete: operation(`DELETE ${filter}`, "Delete a kept filter", deleteFilterInput, savedFilterSchema),
};

const comments = "/api/dossiers/[dossierId]/comments";
const comment = "/api/comments/[commentId]";

export const commentOperations = {
  list: operation(`GET ${comments}`, "A dossier's comments", listCommentsInput, pageOf(commentSchema)),
  create: operation(`POST ${comments}`, "Comment or reply", createCommentInput, commentSchema, {
    ...created,
    ...repeatable,
  }),
  change: operation(
    `PATCH ${comment}`,
    "Change or resolve a comment",
    changeCommentInput,
    commentSchema,
    repeatable,
  ),
  delete: operation(`DELETE ${comment}`, "Delete a comment", deleteCommentInput, commentSchema, repeatable),
  restore: operation(
    `POST ${comment}/restore`,
    "Bring a deleted comment back",
    restoreCommentInput,
    commentSchema,
    repeatable,
  ),
};
