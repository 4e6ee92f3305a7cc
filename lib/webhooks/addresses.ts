import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/**
 * Whether an IP address is one on the open internet. Everything else is refused: loopback, private and shared
 * networks, link-local (where clouds keep their metadata), multicast, documentation, and every way to write an IPv4
 * address as IPv6 whose inner address is not open either.
 *
 * @param address as Node gives it, without brackets; a zone (`%eth0`) makes it local
 */
export function isOpenAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes("%")) return false;
  const parsed = ipaddr.process(address); // IPv4-mapped IPv6 becomes the IPv4 it stands for
  if (parsed.range() !== "unicast") return false;
  // The library knows what is special, not what was never given out: `::7f00:1` is 127.0.0.1 in an older writing.
  return parsed.kind() === "ipv4" || parsed.match(GLOBAL_IPV6);
}

/** All that the internet uses of IPv6: https://www.iana.org/assignments/ipv6-address-space */
const GLOBAL_IPV6 = ipaddr.parseCIDR("2000::/3");

/** Whether an address is this machine itself. */
export function isThisMachine(address: string): boolean {
  return isIP(address) !== 0 && ipaddr.process(address).range() === "loopback";
}

/** Names that mean this machine whatever a resolver says. */
export function isLocalName(hostname: string): boolean {
  const name = unbracketed(hostname).replace(/\.$/, "");
  return name === "localhost" || name.endsWith(".localhost") || isThisMachine(name);
}

/** A URL's hostname as an address: IPv6 without its brackets. */
export function unbracketed(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}

/**
 * Why nothing may be posted to a URL, as a sentence; null when it may, as far as the URL itself says. What its name
 * leads to is checked at each connection (connect.ts).
 *
 * @param allowsLocal whether plain http to this machine is fine: for tests and development
 */
export function whyNotPosted(url: string, allowsLocal: boolean): string | null {
  if (!URL.canParse(url)) return "This is not a web address.";
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== "" || password !== "") return "The address may not carry a name or password.";
  if (allowsLocal && isLocalName(hostname)) return null;
  if (protocol !== "https:") return "The address must begin with https://.";
  const host = unbracketed(hostname);
  if (isLocalName(hostname) || (isIP(host) !== 0 && !isOpenAddress(host))) {
    return "This address is not on the open internet.";
  }
  return null;
}
