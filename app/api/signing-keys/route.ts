import { handlePublic } from "@/lib/http/handle";
import { readSigningKeys } from "@/lib/http/installation";
import { installationOperations } from "@/lib/http/operations/installation";

export const dynamic = "force-dynamic";

// Short: a key that was just retired must not be taken for the present one for long.
export const GET = handlePublic(installationOperations.signingKeys, readSigningKeys, (keys) =>
  Response.json(keys, { headers: { "cache-control": "public, max-age=60" } }),
);
