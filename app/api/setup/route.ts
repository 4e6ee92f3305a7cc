import { handlePublic } from "@/lib/http/handle";
import { setUp } from "@/lib/http/installation";
import { installationOperations } from "@/lib/http/operations/installation";

export const POST = handlePublic(installationOperations.setUp, setUp);
