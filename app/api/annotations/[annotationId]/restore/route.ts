import { restoreAnnotation } from "@/lib/annotations/commands";
import { handle } from "@/lib/http/handle";
import { annotationOperations } from "@/lib/http/operations/annotations";

export const POST = handle(annotationOperations.restore, restoreAnnotation);
