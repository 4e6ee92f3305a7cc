import { z } from "zod";
import { changePasswordInput, newUserInput, userSchema } from "@/lib/auth/users";
import { created, nothing, operation } from "@/lib/http/operation";

const verdictSchema = z.object({
  valid: z.boolean(),
  kind: z.enum(["html", "json", "docx", "pdf"]).nullable(),
  status: z.enum(["draft", "signed"]).nullable(),
  reasons: z.array(z.string()),
  signOffs: z.array(
    z.object({
      reviewer: z.object({ id: z.string(), name: z.string() }),
      signedAt: z.string(),
      statement: z.string(),
      keyId: z.string(),
      ok: z.boolean(),
      keyTrusted: z.boolean(),
      journal: z.object({ seq: z.int(), size: z.int(), checkpointAt: z.string() }).optional(),
      withdrawn: z
        .object({
          by: z.object({ id: z.string(), name: z.string() }),
          at: z.string(),
          reason: z.string(),
          ok: z.boolean(),
        })
        .optional(),
    }),
  ),
  corrections: z
    .array(
      z.object({
        on: z.object({ type: z.enum(["annotation", "link", "report"]), id: z.string() }),
        wrong: z.string(),
        correct: z.string(),
        by: z.object({ id: z.string(), name: z.string() }),
        at: z.string(),
        ok: z.boolean(),
        sinceExport: z.literal(true).optional(),
      }),
    )
    .optional(),
  report: z.object({ id: z.string(), title: z.string(), round: z.int() }).optional(),
  contentHash: z.string().optional(),
});

/** Ed25519; `publicKey` is its 32 bytes in base64. With `retiredAt`, nothing is signed with it any more. */
const publicKeySchema = z.object({
  id: z.string(),
  algorithm: z.literal("Ed25519"),
  publicKey: z.string(),
  createdAt: z.iso.datetime(),
  retiredAt: z.iso.datetime().nullable(),
});

const healthSchema = z.object({ ok: z.boolean(), database: z.boolean(), version: z.string() });

/** What is about the installation and one's own account, not about a dossier. */
export const installationOperations = {
  health: operation("GET /api/health", "Whether this server works", nothing, healthSchema, {
    isPublic: true,
  }),
  describe: operation("GET /api/openapi.json", "This description", nothing, z.looseObject({}), {
    isPublic: true,
  }),
  verify: operation(
    "POST /api/verify",
    "Whether an exported JSON, HTML, DOCX or PDF file (the body, or a form's file) is what was signed",
    nothing,
    verdictSchema,
    { isPublic: true, takesFile: true, maxBytes: 64_000_000 },
  ),
  signingKeys: operation(
    "GET /api/signing-keys",
    "Every public key that this installation ever signed with, the newest first",
    nothing,
    z.object({ items: z.array(publicKeySchema) }),
    { isPublic: true },
  ),
  setUp: operation("POST /api/setup", "Make the admin of an empty installation", newUserInput, userSchema, {
    ...created,
    isPublic: true,
  }),
};

export const accountOperations = {
  read: operation("GET /api/account", "Who you are", nothing, userSchema),
  changePassword: operation(
    "PUT /api/account/password",
    "Set your password; ends every session",
    changePasswordInput,
    userSchema,
  ),
  signOutEverywhere: operation(
    "DELETE /api/account/sessions",
    "End every session of yours",
    nothing,
    userSchema,
  ),
};
