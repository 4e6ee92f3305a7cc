import { runBench } from "@/bench/run";

export const usage = `Usage: stet bench [--only GROUP] [--minutes N]

Measures Stet beside its peers in one run, prints medians with ratios and writes bench/results/latest.json.
  --only GROUP   one group of measurements, e.g. paint
  --minutes N    how long fifty writers write and memory is watched (a third of a minute)`;

export const run = runBench;
