import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { isOpenAddress, isThisMachine, unbracketed } from "./addresses";

/** The address that a webhook's name leads to is not one to post to. */
export class ClosedAddress extends Error {
  constructor() {
    super("This address does not lead to the open internet.");
  }
}

/** The largest answer that is read, in bytes. */
const MAX_ANSWER = 64_000;

/**
 * Connections that only go where they may. Names are resolved here, and only to addresses that are fine; an address
 * written out is checked before anything is sent; and the socket is asked where it really leads. Nothing is kept
 * open, so each message is checked anew: a name may lead elsewhere by then.
 */
export function carefulAgent({ allowsLocal, timeoutMs }: { allowsLocal: boolean; timeoutMs: number }): Agent {
  const isFine = (address: string) => isOpenAddress(address) || (allowsLocal && isThisMachine(address));
  const connect = buildConnector({ timeout: timeoutMs, lookup: lookupOnly(isFine), allowH2: false });
  return new Agent({
    connect(options, callback) {
      const host = unbracketed(options.hostname);
      // Node takes such a host as it is, without asking the lookup.
      if (isIP(host) !== 0 && !isFine(host)) return callback(new ClosedAddress(), null);
      connect(options, (...[error, socket]) => {
        if (error) return callback(error, null);
        if (!isFine(socket.remoteAddress ?? "")) {
          socket.destroy();
          return callback(new ClosedAddress(), null);
        }
        callback(null, socket);
      });
    },
    pipelining: 0,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: MAX_ANSWER,
    maxHeaderSize: 16_000,
  });
}

function lookupOnly(isFine: (address: string) => boolean): LookupFunction {
  return (hostname, options: LookupOptions, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, "", 0);
      const fine = found.filter(({ address }) => isFine(address));
      const [first] = fine;
      if (!first) return callback(new ClosedAddress(), "", 0);
      if (options.all) callback(null, fine);
      else callback(null, first.address, first.family);
    });
  };
}
