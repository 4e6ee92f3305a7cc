/** How long (ms) every try may fail before a webhook is switched off. */
export const PATIENCE_MS = 3 * 24 * 3_600_000;
/** For how long (ms) after a change of secret the old one signs too. */
export const OVERLAP_MS = 24 * 3_600_000;
/** How long (ms) a delivery stays in the log. */
export const KEPT_MS = 30 * 24 * 3_600_000;
/** Tries that are kept of one delivery. */
export const KEPT_TRIES = 10;

const FIRST_MS = 5_000;
const LONGEST_MS = 3 * 3_600_000;

/**
 * How long (ms) to wait after the `failures`th try in vain: 5 s, 15 s, 45 s and so on up to three hours, each up to a
 * fifth shorter, so that those who failed together do not all come back together.
 *
 * @param random 0 up to 1
 */
export function waitAfter(failures: number, random: number): number {
  const whole = Math.min(FIRST_MS * 3 ** (failures - 1), LONGEST_MS);
  return Math.round(whole * (1 - random / 5));
}

/** The log of a delivery with one more try, newest first. */
export function withTry<T>(tries: readonly T[], one: T): T[] {
  return [one, ...tries].slice(0, KEPT_TRIES);
}
