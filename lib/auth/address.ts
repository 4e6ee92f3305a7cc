import { BlockList, isIP } from "node:net";

/** Written by our web server over whatever a client sent: the address of the socket. */
const PEER_HEADER = "x-stet-peer";

/**
 * The marked address. Next shows handlers no socket, and believes any `X-Forwarded-For`; our web server
 * (bin/server.mjs) writes the header over whatever a client sent and says so in STET_MARKS_PEERS. Elsewhere a header
 * of that name means nothing.
 */
function peerOf(headers: Headers): string {
  return process.env.STET_MARKS_PEERS === "1" ? plain(headers.get(PEER_HEADER) ?? "") : "";
}

type Headers = { get(name: string): string | null };

/**
 * The address that a request came from, for limits and the log. `X-Forwarded-For` is read from its end for as long
 * as the sender is one of our own proxies (STET_TRUSTED_PROXIES: addresses or networks in CIDR, with commas).
 * "unknown" when nobody marked the request: such callers share one limit.
 */
export function addressOf(headers: Headers): string {
  let address = peerOf(headers);
  const proxies = trustedProxies();
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => plain(hop.trim()));
  while (isTrusted(proxies, address)) {
    const before = hops.pop();
    if (before === undefined || isIP(before) === 0) break;
    address = before;
  }
  return address === "" ? "unknown" : address;
}

/** The host that the browser asked for: what a trusted proxy says it was, else the Host header. */
export function hostOf(headers: Headers): string | null {
  const isProxied = isTrusted(trustedProxies(), peerOf(headers));
  return (isProxied ? headers.get("x-forwarded-host") : null) ?? headers.get("host");
}

function isTrusted(proxies: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && proxies.check(address, family === 6 ? "ipv6" : "ipv4");
}

function trustedProxies(): BlockList {
  const list = new BlockList();
  for (const entry of (process.env.STET_TRUSTED_PROXIES ?? "").split(",")) {
    const [address = "", bits] = entry.trim().split("/");
    const family = isIP(address);
    if (family === 0) continue;
    const type = family === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, type);
    else list.addSubnet(address, Number(bits), type);
  }
  return list;
}

/** An IPv4 address that came in through an IPv6 socket is an IPv4 address. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}
