import { webAddress } from "@/lib/http/fields";

/** What was typed or pasted, as a web address; null when it is none. "example.org/a" is taken to mean https. */
export function asWebAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === "" || /\s/.test(text)) return null;
  const whole = /^https?:\/\//i.test(text) ? text : hasHost(text) ? `https://${text}` : null;
  return whole !== null && webAddress.safeParse(whole).success ? whole : null;
}

function hasHost(text: string): boolean {
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(:\d+)?([/?#]|$)/u.test(text);
}

/** Whose page it is: the host, as it is read, without "www."; the address itself when it is not one. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, "") : url;
}
