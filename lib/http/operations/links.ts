import {
  changeCommentInput,
  commentSchema,
  createCommentInput,
  deleteCommentInput,
  listCommentsInput,
  restoreCommentInput,
} from "@/lib/comments/schema";
import { created, operation, pageOf } from "@/lib/http/operation";
import {
  changeLinkInput,
  createLinkInput,
  deleteLinkInput,
  linkParams,
  linkSchema,
  listLinksInput,
  restoreLinkInput,
} from "@/lib/links/schema";

const links = "/api/dossiers/[dossierId]/links";
const link = "/api/links/[linkId]";

export const linkOperations = {
  list: operation(`GET ${links}`, "A dossier's links", listLinksInput, pageOf(linkSchema)),
  create: operation(`POST ${links}`, "Link two annotations", createLinkInput, linkSchema, created),
  read: operation(`GET ${link}`, "A link", linkParams, linkSchema),
  change: operation(`PATCH ${link}`, "Change a link", changeLinkInput, linkSchema),
  delete: operation(`DELETE ${link}`, "Delete a link", deleteLinkInput, linkSchema),
  restore: operation(`POST ${link}/restore`, "Bring a deleted link back", restoreLinkInput, linkSchema),
};

const comments = "/api/dossiers/[dossierId]/comments";
const comment = "/api/comments/[commentId]";

export const commentOperations = {
  list: operation(`GET ${comments}`, "A dossier's comments", listCommentsInput, pageOf(commentSchema)),
  create: operation(`POST ${comments}`, "Comment or reply", createCommentInput, commentSchema, created),
  change: operation(`PATCH ${comment}`, "Change or resolve a comment", changeCommentInput, commentSchema),
  delete: operation(`DELETE ${comment}`, "Delete a comment", deleteCommentInput, commentSchema),
  restore: operation(
    `POST ${comment}/restore`,
    "Bring a deleted comment back",
    restoreCommentInput,
    commentSchema,
  ),
};
