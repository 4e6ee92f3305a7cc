import { unsubscribe, unsubscribePage } from "@/lib/http/unsubscribe";

export const GET = unsubscribePage;
export const POST = unsubscribe;
