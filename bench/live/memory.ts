import { readFileSync } from "node:fs";
import { median } from "@/bench/row";

/** Watches how much memory a process holds. Linux only; elsewhere there is nothing to read. */
export function watchMemory(processId: number): {
  drift(): number | null;
  largest(): number | null;
  stop(): void;
} {
  const samples: number[] = [];
  const timer = setInterval(() => {
    const megabytes = residentOf(processId);
    if (megabytes !== null) samples.push(megabytes);
  }, 1_000);
  return {
    /** How much more it holds in the last quarter of the time than in the second, medians, MB: the first warms up. */
    drift() {
      const quarter = Math.floor(samples.length / 4);
      if (quarter === 0) return null;
      return median(samples.slice(-quarter)) - median(samples.slice(quarter, 2 * quarter));
    },
    largest: () => (samples.length === 0 ? null : Math.max(...samples)),
    stop: () => clearInterval(timer),
  };
}

function residentOf(processId: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${processId}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
  } catch {
    return null;
  }
}
