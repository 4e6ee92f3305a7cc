import type { DossierStore } from "./store";

/**
 * What a change came to; or null once it waits in this browser for the server to be reached: a form has done its part
 * then. Should it be refused later, it is shown among the changes that wait for a decision.
 */
export function orWaiting<T>(store: DossierStore, settled: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const { isReachable, isKept } = store.getView();
      if (!isReachable && isKept) finish(null);
    };
    const stop = store.subscribe(look);
    const finish = (value: T | null) => {
      stop();
      resolve(value);
    };
    settled.then(finish, reject);
    look();
  });
}
