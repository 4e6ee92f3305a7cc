import { nothing, operation } from "@/lib/http/operation";
import { changePreferencesInput, storedPreferencesSchema } from "@/lib/preferences/schema";

/** What belongs to the caller alone. */
export const preferenceOperations = {
  read: operation("GET /api/me/preferences", "Your settings", nothing, storedPreferencesSchema),
  change: operation(
    "PATCH /api/me/preferences",
    "Change your settings; `keys` is replaced as a whole",
    changePreferencesInput,
    storedPreferencesSchema,
  ),
};
