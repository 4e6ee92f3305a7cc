import { serveEvents } from "@/lib/live/serveEvents";

export const GET = serveEvents;
