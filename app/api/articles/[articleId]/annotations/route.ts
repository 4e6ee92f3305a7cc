import { createAnnotation } from "@/lib/annotations/commands";
import { listAnnotations } from "@/lib/annotations/queries";
import { handle } from "@/lib/http/handle";
import { annotationOperations } from "@/lib/http/operations/annotations";

export const GET = handle(annotationOperations.list, listAnnotations);
export const POST = handle(annotationOperations.create, createAnnotation);
