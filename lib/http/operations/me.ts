import { z } from "zod";
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

const unsubscribe = "/api/unsubscribe";
const token = z.strictObject({ token: z.string() });

/** Public: what it may do stands in the signed link of each e-mail. */
export const mailOperations = {
  page: operation(`GET ${unsubscribe}`, "To the page that ends your e-mails", token, z.string(), {
    ...{ isPublic: true, status: 303, mediaTypes: ["text/html"] },
  }),
  stop: operation(
    `POST ${unsubscribe}`,
    "End your e-mails (List-Unsubscribe, RFC 8058)",
    token,
    z.object({ stopped: z.literal(true) }),
    { isPublic: true },
  ),
};
