import { runBench } from "@/bench/run";

export const usage = `Usage: stet bench [--only GROUP]

Measures Stet beside its peers in one run, prints medians with ratios and writes bench/results/latest.json.
  --only GROUP   one group of measurements, e.g. paint`;

export const run = runBench;
