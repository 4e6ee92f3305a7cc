type Early = { presses: { event: KeyboardEvent; path: string }[]; stop: () => void };

declare global {
  var stetEarlyKeys: Early | undefined;
}

/**
 * Keeps what is pressed before the page's scripts are awake, so that no key is lost on a slow machine. A script of its
 * own, in the page's first bytes: it cannot wait for the others.
 */
export const earlyKeysScript = `{
  const presses = [];
  const keep = (event) => { if (presses.length < 50) presses.push({ event, path: location.pathname }); };
  document.addEventListener("keydown", keep);
  globalThis.stetEarlyKeys = { presses, stop: () => document.removeEventListener("keydown", keep) };
}`;

/** What was pressed on this page before it could hear; ends the keeping. */
export function takeEarlyKeys(): KeyboardEvent[] {
  const early = globalThis.stetEarlyKeys;
  if (!early) return [];
  globalThis.stetEarlyKeys = undefined;
  early.stop();
  // Pages of this kind may be reached from others without a load: what was pressed there was meant there.
  return early.presses.filter(({ path }) => path === location.pathname).map(({ event }) => event);
}
