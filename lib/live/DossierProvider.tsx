"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { DossierState } from "@/lib/journal/apply";
import { type PackedState, unpackState } from "./packedState";
import { presenceOf } from "./presence";
import { type Sharing, shareDossier } from "./shareDossier";
import { createDossierStore, type DossierStore } from "./store";
import { watchForMe } from "./unread";
import { keepVisit } from "./visit";

type Tab = { store: DossierStore; userId: string };

const TabContext = createContext<Tab | null>(null);

/**
 * One store for each person and dossier in this tab: pages of the same dossier share it, so nothing is read twice. Who
 * signs in after another neither sees nor keeps what the other has waiting.
 */
const stores = new Map<string, DossierStore>();
const MOST_STORES = 5;

type ProviderProps = {
  /** Packed where it can be large. */
  initial: DossierState | PackedState;
  userId: string;
  /** `initial` is not the whole dossier: a page of its own that reads the rest as it needs it. */
  isPartial?: boolean;
  children: ReactNode;
};

/**
 * Holds the live copy of a dossier for the components inside: {@link useDossier}.
 *
 * @param props.initial the state the server rendered the page from; a newer one replaces what the tab has
 * @param props.userId who is looking
 */
export function DossierProvider(props: ProviderProps) {
  const { initial: given, userId, isPartial = false, children } = props;
  const initial = useMemo(() => (typeof given === "string" ? unpackState(given) : given), [given]);
  const dossierId = initial.dossier.id;
  const key = `${userId}:${dossierId}`;
  // Who finds a shared store takes it for the whole dossier: a part of one is never shared.
  const open = () => (isPartial ? makeStore(initial) : openStore(key, initial));
  const [made, setMade] = useState(() => ({ key, store: open() }));
  const current = made.key === key ? made : { key, store: open() };
  if (current !== made) setMade(current);
  const { store } = current;

  useEffect(() => store.replace(initial), [store, initial]);
  useEffect(() => share(userId, store), [userId, store]);
  useEffect(() => warnOfLoss(store), [store]);
  useEffect(() => watchForMe(store, userId), [store, userId]);
  useEffect(() => keepVisit(store, dossierId), [store, dossierId]);

  const [tab, setTab] = useState<Tab>({ store, userId });
  if (tab.store !== store || tab.userId !== userId) setTab({ store, userId });
  return <TabContext value={tab}>{children}</TabContext>;
}

/** The store and who is looking. Throws outside a {@link DossierProvider}. */
export function useTab(): Tab {
  const tab = useContext(TabContext);
  if (!tab) throw new Error("There is no DossierProvider around this component");
  return tab;
}

function openStore(key: string, initial: DossierState): DossierStore {
  // On the server nothing may be shared between requests.
  if (typeof window === "undefined") return createDossierStore(initial);
  const known = stores.get(key);
  if (known) return known;
  const store = makeStore(initial);
  stores.set(key, store);
  for (const oldest of stores.keys()) {
    if (stores.size <= MOST_STORES) break;
    stores.delete(oldest);
  }
  return store;
}

/** What each store is shared by while a page shows it. */
const sharings = new WeakMap<DossierStore, Sharing>();

function makeStore(initial: DossierState): DossierStore {
  const store: DossierStore = createDossierStore(initial, {
    onGap: () => sharings.get(store)?.fillGap(),
    catchUp: async () => sharings.get(store)?.catchUp(),
  });
  return store;
}

/** Shares the store with the other tabs for as long as a page shows the dossier. */
function share(userId: string, store: DossierStore): () => void {
  const presence = presenceOf(store.getView().server.dossier.id);
  const sharing = shareDossier(userId, store, presence);
  sharings.set(store, sharing);
  return () => {
    sharing.stop();
    if (sharings.get(store) === sharing) sharings.delete(store);
  };
}

/** Warns before something would be lost: only where the browser keeps nothing. */
function warnOfLoss(store: DossierStore): () => void {
  const warn = (event: BeforeUnloadEvent) => {
    const { isKept, waiting } = store.getView();
    if (!isKept && waiting.length > 0) event.preventDefault();
  };
  window.addEventListener("beforeunload", warn);
  return () => window.removeEventListener("beforeunload", warn);
}
