"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { type ApiError, api } from "@/lib/http/client";
import { useActor } from "@/lib/live/useDossier";
import { itemKey } from "@/lib/reviews/itemHash";
import type { Round, RoundItem } from "@/lib/reviews/schema";
import { laidOver, stillUnderway, type Underway, type UnderwayByKey } from "./decisionsHere";

type Named = Pick<RoundItem, "type" | "id">;
/** Why decisions were not taken, and on which items. */
export type Refused = { error: ApiError; keys: readonly string[] };

export type Decisions = {
  /** By `itemKey`, with what was decided here and is on its way. */
  byKey: ReadonlyMap<string, RoundItem>;
  /** How many items' decisions are on their way. */
  sending: number;
  refused: Refused | null;
  forgetRefusal: () => void;
  /** One request; shown at once, and taken away again if it is refused. Resolves to whether it was taken. */
  accept: (items: readonly Named[]) => Promise<boolean>;
  returnOne: (item: Named, reason: string, suggestion: string) => Promise<boolean>;
  takeBack: (items: readonly Named[]) => Promise<boolean>;
};

/** What is decided in a round: shown as soon as it is decided here, sent one after the other, told to all by the stream. */
export function useDecisions(round: Round): Decisions {
  const { userId } = useActor();
  const [made, setMade] = useState<UnderwayByKey>(new Map());
  const [refused, setRefused] = useState<Refused | null>(null);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const underway = stillUnderway(round.items, made, userId);
  if (underway !== made) setMade(underway);
  const byKey = useMemo(() => laidOver(round.items, underway, userId), [round.items, underway, userId]);
  const { id: roundId, contentHash } = round;

  const send = useCallback(
    (items: readonly Named[], own: Underway, request: () => Promise<Round>): Promise<boolean> => {
      const keys = items.map(itemKey);
      const lay = (over: (key: string) => Underway | null) =>
        setMade((before) => {
          const after = new Map(before);
          for (const key of keys) {
            const next = over(key);
            if (next) after.set(key, next);
            else after.delete(key);
          }
          return after;
        });
      lay(() => own);
      setRefused(null);
      const sent = line.current.then(request).then(
        (answer) => {
          const times = new Map(answer.items.map((item) => [itemKey(item), item.decidedAt]));
          lay((key) => ({ ...own, decidedAt: times.get(key) ?? null }));
          return true;
        },
        (error: ApiError) => {
          lay(() => null);
          setRefused({ error, keys });
          return false;
        },
      );
      line.current = sent;
      return sent;
    },
    [],
  );

  return useMemo(() => {
    const decide = (items: readonly Named[], own: Underway) => {
      const { decision, reason, suggestion } = own;
      const wanted = items.map(({ type, id }) => ({
        ...{ type, id, decision },
        ...(decision === "returned" && { reason, ...(suggestion && { suggestion }) }),
      }));
      return send(items, own, () =>
        api.put<Round>(`/api/rounds/${roundId}/decisions`, { contentHash, items: wanted }),
      );
    };
    const open = { decision: null, reason: "", suggestion: "" };
    return {
      ...{ byKey, refused, forgetRefusal: () => setRefused(null) },
      sending: [...underway.values()].filter(({ decidedAt }) => decidedAt === undefined).length,
      accept: (items) => decide(items, { ...open, decision: "accepted" }),
      returnOne: (item, reason, suggestion) => decide([item], { decision: "returned", reason, suggestion }),
      takeBack: (items) =>
        send(items, open, () =>
          api.post<Round>(`/api/rounds/${roundId}/take-back`, {
            items: items.map(({ type, id }) => ({ type, id })),
          }),
        ),
    };
  }, [byKey, refused, underway, send, roundId, contentHash]);
}
