import { z } from "zod";
import {
  annotationItemsSchema,
  annotationParams,
  annotationSchema,
  annotationVersionsInput,
  changeAnnotationInput,
  createAnnotationInput,
  createAnnotationsInput,
  deleteAnnotationInput,
  listAnnotationsInput,
  restoreAnnotationInput,
} from "@/lib/annotations/schema";
import {
  addEvidenceInput,
  changeEvidenceInput,
  deleteEvidenceInput,
  evidenceSchema,
  listEvidenceInput,
  restoreEvidenceInput,
} from "@/lib/evidence/schema";
import { created, operation, pageOf, repeatable } from "@/lib/http/operation";

const inArticle = "/api/articles/[articleId]/annotations";
const inDossier = "/api/dossiers/[dossierId]/annotations";
const annotation = "/api/annotations/[annotationId]";

export const annotationOperations = {
  list: operation(
    `GET ${inArticle}`,
    "An article's annotations",
    listAnnotationsInput,
    pageOf(annotationSchema),
  ),
  create: operation(`POST ${inArticle}`, "Tag a passage", createAnnotationInput, annotationSchema, {
    ...created,
    ...repeatable,
  }),
  read: operation(`GET ${annotation}`, "An annotation", annotationParams, annotationSchema),
  change: operation(
    `PATCH ${annotation}`,
    "Change an annotation",
    changeAnnotationInput,
    annotationSchema,
    repeatable,
  ),
  delete: operation(
    `DELETE ${annotation}`,
    "Delete an annotation",
    deleteAnnotationInput,
    annotationSchema,
    repeatable,
  ),
  restore: operation(
    `POST ${annotation}/restore`,
    "Bring a deleted annotation back",
    restoreAnnotationInput,
    annotationSchema,
    repeatable,
  ),
  createTogether: operation(
    `POST ${inDossier}`,
    "Tag many passages, all or none of them",
    createAnnotationsInput,
    annotationItemsSchema,
    { ...created, ...repeatable },
  ),
  deleteTogether: operation(
    `POST ${inDossier}/delete`,
    "Delete many annotations, all or none of them",
    annotationVersionsInput,
    annotationItemsSchema,
    repeatable,
  ),
  restoreTogether: operation(
    `POST ${inDossier}/restore`,
    "Bring many deleted annotations back, all or none of them",
    annotationVersionsInput,
    annotationItemsSchema,
    repeatable,
  ),
};

const evidence = "/api/evidence/[evidenceId]";

export const evidenceOperations = {
  list: operation(
    `GET ${annotation}/evidence`,
    "An annotation's evidence",
    listEvidenceInput,
    z.object({ items: z.array(evidenceSchema), next: z.string().nullable() }),
  ),
  add: operation(`POST ${annotation}/evidence`, "Add evidence", addEvidenceInput, evidenceSchema, {
    ...created,
    ...repeatable,
  }),
  change: operation(`PATCH ${evidence}`, "Change evidence", changeEvidenceInput, evidenceSchema, repeatable),
  delete: operation(`DELETE ${evidence}`, "Delete evidence", deleteEvidenceInput, evidenceSchema, repeatable),
  restore: operation(
    `POST ${evidence}/restore`,
    "Bring deleted evidence back",
    restoreEvidenceInput,
    evidenceSchema,
    repeatable,
  ),
};
