import { instant } from "@/bench/live/processes";

/** When each client had each event: what {@link summary} answers is made of it. */
export type Record = {
  /** An event has been applied by one client. */
  took(event: number): void;
  /** Resolves once every event from `from` to `to` came `clients` times. */
  complete(from: number, to: number, clients: number): Promise<void>;
  /** `sentAt`: by event, when it was sent or committed. */
  summary(sentAt: { [event: number]: number }): Summary;
};

export type Summary = {
  /** Milliseconds from sending to having it, over all clients and events. */
  median: number;
  p95: number;
  deliveries: number;
  /** Deliveries a second, between the first and the last. */
  rate: number;
};

export function openRecord(): Record {
  const times = new Map<number, number[]>();
  let check = () => {};
  return {
    took(event) {
      const known = times.get(event);
      if (known) known.push(instant());
      else times.set(event, [instant()]);
      check();
    },
    complete(from, to, clients) {
      return new Promise((resolve) => {
        let next = from;
        check = () => {
          while (next <= to && (times.get(next)?.length ?? 0) >= clients) next += 1;
          if (next <= to) return;
          check = () => {};
          resolve();
        };
        check();
      });
    },
    summary(sentAt) {
      const waits: number[] = [];
      let first = Number.POSITIVE_INFINITY;
      let last = 0;
      for (const [event, sent] of Object.entries(sentAt)) {
        for (const at of times.get(Number(event)) ?? []) {
          waits.push(at - sent);
          first = Math.min(first, at);
          last = Math.max(last, at);
        }
      }
      waits.sort((a, b) => a - b);
      const at = (share: number) =>
        waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? Number.NaN;
      const rate = (waits.length * 1_000) / (last - first);
      return { median: at(0.5), p95: at(0.95), deliveries: waits.length, rate };
    },
  };
}
