import { handlePublic, json } from "@/lib/http/handle";
import { readHealth } from "@/lib/http/installation";
import { installationOperations } from "@/lib/http/operations/installation";

export const dynamic = "force-dynamic";

export const GET = handlePublic(installationOperations.health, readHealth, (health) =>
  json(health, health.ok ? 200 : 503),
);
