import { handlePublic } from "@/lib/http/handle";
import { readDescription } from "@/lib/http/installation";
import { installationOperations } from "@/lib/http/operations/installation";

export const GET = handlePublic(installationOperations.describe, readDescription);
