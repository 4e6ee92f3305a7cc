/** A path inside Stet to go to after signing in; never another site's (an open redirect), whatever was asked. */
export function pathWithin(asked: string | string[] | undefined): string {
  if (typeof asked !== "string") return "/dossiers";
  try {
    const inside = new URL("http://stet.invalid");
    const url = new URL(asked, inside);
    // Dot segments can leave a path of two slashes, which a browser takes for another host.
    const isInside = url.origin === inside.origin && !url.pathname.startsWith("//");
    return isInside ? url.pathname + url.search + url.hash : "/dossiers";
  } catch {
    return "/dossiers";
  }
}
