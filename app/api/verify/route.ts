import { verifyUpload } from "@/lib/http/verifyUpload";

export const POST = verifyUpload;
