"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { LanesBy } from "@/lib/links/pictures/lanes";
import { nearest, nearestArc } from "@/lib/links/pictures/nearest";
import { kindOrder, lineStyleOf, lineStyles } from "@/lib/links/pictures/relationStyle";
import type { Point, Scene } from "@/lib/links/pictures/scene";
import {
  AXIS_HEIGHT,
  arcShapes,
  markShapes,
  timelineAxis,
  timelineGround,
} from "@/lib/links/pictures/timelineScene";
import { Field } from "@/lib/ui/Field";
import { Select } from "@/lib/ui/Select";
import { passageLink } from "../../(dossier)/passageLink";
import { BelowPicture } from "./BelowPicture";
import { CrowdNote, drawnOf } from "./CrowdNote";
import { Layer } from "./Layers";
import { Legend } from "./Legend";
import { LinkTable } from "./LinkTable";
import type { PictureProps } from "./PictureFrame";
import { type Direction, pictureKey } from "./pictureKeys";
import { SaveButtons } from "./SaveButtons";
import { Shapes } from "./Shapes";
import { saidAloud } from "./statementWords";
import { LinkTip, StatementTip } from "./TimelineTip";
import { Tip } from "./Tip";
import { stepFrom } from "./timelineSteps";
import { useGestures } from "./useGestures";
import { useTimeline } from "./useTimeline";
import { useWidth } from "./useWidth";
import { ZoomButtons } from "./ZoomButtons";

/** What is pointed at: a statement or a link, by id. */
type Pointed = { is: "statement" | "link"; id: string } | null;

/** Room above the first lane and below the last for arcs that bend out of them. */
const ROOM = 24;
/** So much, at least, that what is said of a mark has room. */
const LEAST_HEIGHT = 340;

/** Statements at their days, in lanes, with arcs between linked ones. */
export function TimelinePicture({ picture, dossierId, title, subtitle }: PictureProps) {
  const router = useRouter();
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const [by, setBy] = useState<LanesBy>("speaker");
  const timeline = useTimeline(picture, by, width);
  const { frame, lanes, view, marks, arcs, drawn } = timeline;
  const [pointed, setPointed] = useState<Pointed>(null);
  const [aloud, setAloud] = useState("");
  const height = Math.max(lanes.height + 2 * ROOM, LEAST_HEIGHT);

  const ground = useMemo(
    () => [{ is: "group", x: 0, y: ROOM, shapes: timelineGround(lanes, frame, view) } as const],
    [lanes, frame, view],
  );
  const drawing = useMemo(
    () => [{ is: "group", x: 0, y: ROOM, shapes: [...arcShapes(drawn), ...markShapes(marks)] } as const],
    [drawn, marks],
  );
  const axis = useMemo(() => timelineAxis(lanes, frame, view), [lanes, frame, view]);
  const byId = useMemo(() => new Map(marks.map((mark) => [mark.statement.id, mark])), [marks]);
  const styles = lineStyles.filter((style) => picture.links.some((link) => lineStyleOf(link) === style));
  const kinds = kindOrder.filter((kind) => picture.statements.some((one) => one.kind === kind));

  const lit = useMemo(() => {
    if (!pointed) return null;
    const mine = arcs.filter(({ link }) =>
      pointed.is === "link" ? link.id === pointed.id : link.from === pointed.id || link.to === pointed.id,
    );
    const ends = new Set(mine.flatMap(({ link }) => [link.from, link.to]));
    if (pointed.is === "statement") ends.add(pointed.id);
    const shapes = [
      ...arcShapes(mine, 2),
      ...markShapes(
        [...ends].flatMap((id) => byId.get(id) ?? []),
        6.5,
      ),
    ];
    return [{ is: "group", x: 0, y: ROOM, shapes } as const];
  }, [pointed, arcs, byId]);

  const hit = ({ x, y }: Point): Pointed => {
    const at = { x, y: y - ROOM };
    const mark = nearest(marks, at, 13);
    if (mark) return { is: "statement", id: mark.statement.id };
    const arc = nearestArc(drawn, at, 5);
    return arc && { is: "link", id: arc.id };
  };
  const open = (what: Pointed) => {
    if (what?.is === "link") router.push(`/dossiers/${dossierId}/links#link-${what.id}`);
    const statement = what?.is === "statement" && byId.get(what.id)?.statement;
    if (statement) router.push(passageLink({ dossierId, articleId: statement.articleId, id: statement.id }));
  };
  useGestures(canvas, {
    onZoom: (factor, { x }) => timeline.zoom(factor, x),
    onPan(dx, dy) {
      timeline.pan(dx);
      scroller.current?.scrollBy(0, -dy);
    },
    onPoint: (at) => {
      const what = at && hit(at);
      if (what?.id !== pointed?.id) setPointed(what);
    },
    onPress(at, isTouch) {
      const what = hit(at);
      // A finger cannot point first: its first touch shows, the second opens.
      if (isTouch && what?.id !== pointed?.id) setPointed(what);
      else open(what);
    },
  });
  const onStep = (direction: Direction) => {
    const place = stepFrom(lanes, pointed?.is === "statement" ? pointed.id : null, direction);
    if (!place) return;
    if (place.time !== null) timeline.show(place.time);
    setPointed({ is: "statement", id: place.statement.id });
    setAloud(saidAloud(place.statement, picture));
    const box = scroller.current;
    if (box && (place.y < box.scrollTop || place.y > box.scrollTop + box.clientHeight - 80)) {
      box.scrollTop = place.y - box.clientHeight / 2;
    }
  };
  const onKey = (event: KeyboardEvent) =>
    pictureKey(event, {
      onStep,
      onOpen: () => open(pointed),
      onLeave: () => setPointed(null),
      onZoom: (by) => timeline.zoom(by),
      onAll: timeline.showAll,
    });
  const scene = (): Scene => ({
    ...{ width, height: AXIS_HEIGHT + lanes.height + 2 * ROOM },
    shapes: [...axis, { is: "group", x: 0, y: AXIS_HEIGHT, shapes: [...ground, ...drawing] }],
  });

  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <Field label="Lanes" hiddenLabel className="w-44">
          <Select
            value={by}
            onChange={(event) => setBy(event.target.value === "article" ? "article" : "speaker")}
          >
            <option value="speaker">Lanes by speaker</option>
            <option value="article">Lanes by article</option>
          </Select>
        </Field>
        <ZoomButtons onZoom={(factor) => timeline.zoom(factor)} onAll={timeline.showAll} />
        <span className="ms-auto flex gap-2">
          <SaveButtons
            scene={scene}
            sheet={{ subtitle: subtitle + drawnOf(drawn.length, arcs.length), styles, kinds }}
            title={title}
          />
        </span>
      </div>
      <div className="overflow-hidden rounded-lg border border-line bg-surface has-focus-visible:outline-2 has-focus-visible:outline-accent">
        <div ref={scroller} className="relative max-h-[75vh] overflow-x-hidden overflow-y-auto">
          <svg
            aria-hidden="true"
            width={width}
            height={AXIS_HEIGHT}
            className="sticky top-0 z-20 block bg-surface font-sans"
            data-timeline-axis
          >
            <Shapes shapes={axis} />
          </svg>
          <div
            ref={canvas}
            role="application"
            aria-label="Timeline. Arrow keys move between statements, Enter opens one, plus and minus zoom, 0 shows all."
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is walked through with the keyboard
            tabIndex={0}
            className="relative cursor-crosshair touch-pan-y select-none outline-none"
            style={{ height }}
            onKeyDown={onKey}
            onBlur={() => setPointed(null)}
          >
            <Layer width={width} height={height} shapes={ground} />
            <Layer width={width} height={height} shapes={drawing} isDimmed={lit !== null} />
            {lit && <Layer width={width} height={height} shapes={lit} />}
            <PointedTip pointed={pointed} timeline={timeline} picture={picture} frame={{ width, height }} />
          </div>
        </div>
      </div>
      <BelowPicture aloud={aloud} table={<LinkTable picture={picture} dossierId={dossierId} />}>
        <Legend styles={styles} kinds={kinds} />
        <CrowdNote drawn={drawn.length} all={arcs.length} first="contradictions" />
      </BelowPicture>
    </>
  );
}

type PointedTipProps = {
  pointed: Pointed;
  timeline: ReturnType<typeof useTimeline>;
  picture: PictureProps["picture"];
  frame: { width: number; height: number };
};

function PointedTip({ pointed, timeline: { marks, arcs }, picture, frame }: PointedTipProps) {
  const lowered = ({ x, y }: Point) => ({ x, y: y + ROOM });
  if (pointed?.is === "statement") {
    const mark = marks.find(({ statement }) => statement.id === pointed.id);
    return (
      mark && (
        <Tip at={lowered(mark)} frame={frame}>
          <StatementTip statement={mark.statement} picture={picture} />
        </Tip>
      )
    );
  }
  const arc = arcs.find(({ id }) => id === pointed?.id);
  const end = (id: string | undefined) => picture.statements.find((one) => one.id === id);
  const [from, to] = [end(arc?.link.from), end(arc?.link.to)];
  if (!arc || !from || !to) return null;
  return (
    <Tip at={lowered({ x: arc.control.x, y: (arc.from.y + arc.to.y) / 2 })} frame={frame}>
      <LinkTip link={arc.link} from={from} to={to} />
    </Tip>
  );
}
