import { ApiError } from "@/lib/http/client";

/**
 * Fetches an export and gives it to the browser to save, under the name that the server gave it.
 * @throws ApiError when it is refused, or the server cannot be reached
 */
export async function saveExport(path: string): Promise<void> {
  const response = await fetch(path, { credentials: "same-origin", cache: "no-store" }).catch(() => null);
  if (!response) throw new ApiError(0, "offline", "Stet cannot be reached. Nothing was exported.");
  if (!response.ok) {
    const body: { error?: { code?: string; message?: string } } | null = await response
      .json()
      .catch(() => null);
    throw new ApiError(
      response.status,
      body?.error?.code ?? "unknown",
      body?.error?.message ?? "The report could not be exported.",
    );
  }
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "report";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  // The browser takes the file in its own time.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
