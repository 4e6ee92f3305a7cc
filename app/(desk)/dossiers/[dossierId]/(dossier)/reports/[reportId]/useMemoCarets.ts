"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import * as Y from "yjs";
import { useMemoPeople } from "@/lib/live/useMemoPeople";
import { useTelling } from "@/lib/live/usePresence";
import type { CaretPlace } from "@/lib/presence/schema";
import { fromBase64, toBase64 } from "@/lib/reviews/base64";
import { type Caret, CaretRoom } from "./caretRoom";

/**
 * Everybody's carets in one memo: this window's is told with its place in the dossier, the others' come from there.
 * Nothing of it is stored.
 */
export function useMemoCarets(doc: Y.Doc, reportId: string): { room: CaretRoom; others: readonly string[] } {
  const own = useRef<CaretPlace | null>(null);
  const moved = useRef(() => {});
  const [room] = useState(
    () =>
      new CaretRoom(doc, (caret) => {
        own.current = caret && written(caret);
        moved.current();
      }),
  );
  const place = useMemo(
    () => () => ({ where: { page: "report" as const, id: reportId }, selection: null, caret: own.current }),
    [reportId],
  );
  const tellMoved = useTelling(place);
  useEffect(() => {
    moved.current = tellMoved;
  }, [tellMoved]);

  const people = useMemoPeople(reportId);
  useEffect(() => {
    room.setOthers(
      people.flatMap(({ tab, name, colour, caret }) => {
        const read = caret && readCaret(caret);
        return read ? [{ key: tab, name, colour, caret: read }] : [];
      }),
    );
  }, [room, people]);
  const others = useMemo(
    () => [...new Set(people.filter(({ caret }) => caret).map(({ name }) => name))],
    [people],
  );
  return { room, others };
}

function written({ anchor, head }: Caret): CaretPlace {
  return {
    anchor: toBase64(Y.encodeRelativePosition(anchor)),
    head: toBase64(Y.encodeRelativePosition(head)),
  };
}

/** Null for what is no position: it comes from another person's browser. */
function readCaret({ anchor, head }: CaretPlace): Caret | null {
  const [from, to] = [fromBase64(anchor), fromBase64(head)];
  if (!from || !to) return null;
  try {
    return { anchor: Y.decodeRelativePosition(from), head: Y.decodeRelativePosition(to) };
  } catch {
    return null;
  }
}
