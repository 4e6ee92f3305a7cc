import { changeAnnotation, deleteAnnotation } from "@/lib/annotations/commands";
import { readAnnotation } from "@/lib/annotations/queries";
import { handle } from "@/lib/http/handle";
import { annotationOperations } from "@/lib/http/operations/annotations";

export const GET = handle(annotationOperations.read, readAnnotation);
export const PATCH = handle(annotationOperations.change, changeAnnotation);
export const DELETE = handle(annotationOperations.delete, deleteAnnotation);
