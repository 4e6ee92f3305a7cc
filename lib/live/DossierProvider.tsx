"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { DossierState } from "@/lib/journal/apply";
import { followDossier } from "./client";
import { type PackedState, unpackState } from "./packedState";
import { presenceOf } from "./presence";
import { createDossierStore, type DossierStore } from "./store";
import { watchForMe } from "./unread";
import { keepVisit } from "./visit";

type Tab = { store: DossierStore; userId: string };

const TabContext = createContext<Tab | null>(null);

/** One store for each dossier in this tab: pages of the same dossier share it, so nothing is read twice. */
const stores = new Map<string, { store: DossierStore; refollow: () => void }>();
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
  // Who finds a shared store takes it for the whole dossier: a part of one is never shared.
  const open = () => (isPartial ? createDossierStore(initial) : openStore(initial));
  const [made, setMade] = useState(() => ({ dossierId, store: open() }));
  const current = made.dossierId === dossierId ? made : { dossierId, store: open() };
  if (current !== made) setMade(current);
  const { store } = current;

  useEffect(() => store.replace(initial), [store, initial]);
  useEffect(() => follow(dossierId, store), [dossierId, store]);
  useEffect(() => keepTrying(store), [store]);
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

function openStore(initial: DossierState): DossierStore {
  // On the server nothing may be shared between requests.
  if (typeof window === "undefined") return createDossierStore(initial);
  const dossierId = initial.dossier.id;
  const known = stores.get(dossierId);
  if (known) return known.store;
  const entry = { store: createDossierStore(initial, { onGap: () => entry.refollow() }), refollow: () => {} };
  stores.set(dossierId, entry);
  for (const oldest of stores.keys()) {
    if (stores.size <= MOST_STORES) break;
    stores.delete(oldest);
  }
  return entry.store;
}

/** Follows the stream for as long as a page shows the dossier; a gap means asking again from what is known. */
function follow(dossierId: string, store: DossierStore): () => void {
  let stop = start();
  function start() {
    return followDossier(dossierId, {
      after: store.getView().server.seq,
      onEntry: (entry) => store.receive(entry),
      onStatus: (status) => store.setStatus(status),
      onPresence: presenceOf(dossierId).receive,
    });
  }
  const entry = stores.get(dossierId);
  let asked = -1;
  if (entry?.store === store) {
    entry.refollow = () => {
      const { seq } = store.getView().server;
      // Once for each place: the entries behind a gap would otherwise each ask again.
      if (asked === seq) return;
      asked = seq;
      stop();
      stop = start();
    };
  }
  return () => {
    stop();
    if (entry) entry.refollow = () => {};
  };
}

const RETRY_MS = 15_000;

/** Sends what could not be sent, now and then and as soon as there is a network; warns before it would be lost. */
function keepTrying(store: DossierStore): () => void {
  const retry = () => store.retry();
  const warn = (event: BeforeUnloadEvent) => {
    if (Object.keys(store.getView().phases).length > 0) event.preventDefault();
  };
  const timer = setInterval(retry, RETRY_MS);
  window.addEventListener("online", retry);
  window.addEventListener("beforeunload", warn);
  return () => {
    clearInterval(timer);
    window.removeEventListener("online", retry);
    window.removeEventListener("beforeunload", warn);
  };
}
