import { deleteAnnotations } from "@/lib/annotations/togetherCommands";
import { handle } from "@/lib/http/handle";
import { annotationOperations } from "@/lib/http/operations/annotations";

export const POST = handle(annotationOperations.deleteTogether, deleteAnnotations);
