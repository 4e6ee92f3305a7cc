import { handle } from "@/lib/http/handle";
import { preferenceOperations } from "@/lib/http/operations/me";
import { changePreferences } from "@/lib/preferences/commands";
import { readPreferences } from "@/lib/preferences/queries";

export const GET = handle(preferenceOperations.read, readPreferences);
export const PATCH = handle(preferenceOperations.change, changePreferences);
