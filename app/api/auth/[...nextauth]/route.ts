import { serveAuth } from "@/lib/auth/serveAuth";

export const GET = serveAuth;
export const POST = serveAuth;
