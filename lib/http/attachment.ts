type File = { fileName: string; mediaType: string; body: string | Uint8Array };

/** A file to save, which a browser neither shows as a page of ours nor takes for another type. */
export function attachment({ fileName, mediaType, body }: File): Response {
  // Names are ASCII letters, digits, dots and hyphens; anything else is not let into the header.
  const name = fileName.replace(/[^\w.-]/g, "_");
  return new Response(typeof body === "string" ? body : new Uint8Array(body), {
    headers: {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    },
  });
}
