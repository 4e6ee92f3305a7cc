import type { Picture, Statement } from "../pictureSchema";

export type LanesBy = "speaker" | "article";

/** One row of the timeline. Pixels from the top of the first lane. */
export type Lane = { key: string; label: string; top: number; height: number; count: number };

/** Where a statement stands: its height for good, its day to be placed by the part of time that is shown. */
export type Place = {
  statement: Statement;
  lane: number;
  y: number;
  /** Midnight UTC of its day, ms; null for undated ones, which have a place at the lane's end. */
  time: number | null;
  /** Of undated ones: pixels from the left of the undated part. */
  undatedX: number;
};

export type Lanes = {
  lanes: readonly Lane[];
  places: readonly Place[];
  height: number;
  /** First and last day, ms, with room at both sides; null when nothing is dated. */
  span: readonly [number, number] | null;
  hasUndated: boolean;
};

const DAY = 86_400_000;
/** Between the middles of marks that stand one over another. */
const PITCH = 11;
const PADDING = 9;
const LEAST_HEIGHT = 30;
/** Few lanes share this height, none taller than so much. */
const SHARED_HEIGHT = 290;
const FEW_HEIGHT = 64;
/** A lane grows to this many marks high; beyond it they stand closer. */
const MOST_ROWS = 9;
export const UNDATED_WIDTH = 104;
const UNDATED_COLUMNS = 8;
export const NOBODY = "No speaker named";

/**
 * Lanes and heights for all statements of a picture. Marks of one lane that would cover each other when all of time is
 * shown are stacked, so that heights stay as they are while somebody zooms in.
 *
 * @param width pixels for dated marks
 */
export function layLanes(
  picture: Pick<Picture, "articles" | "statements">,
  by: LanesBy,
  width: number,
): Lanes {
  const times = picture.statements.map(({ day }) => timeOf(day));
  const span = spanOf(times.filter((time) => time !== null));
  const perPixel = span ? (span[1] - span[0]) / Math.max(1, width) : 1;
  const lanes: Lane[] = [];
  const places: Place[] = [];
  const groups = grouped(picture, by);
  const least = Math.max(LEAST_HEIGHT, Math.min(FEW_HEIGHT, SHARED_HEIGHT / Math.max(1, groups.length)));
  let top = 0;
  for (const { key, label, statements } of groups) {
    const dated = statements.filter(({ day }) => timeOf(day) !== null);
    const undated = statements.filter(({ day }) => timeOf(day) === null);
    const rowOf = swarmed(dated.map(({ day }) => (timeOf(day) ?? 0) / perPixel));
    const rows = Math.max(
      1,
      Math.ceil(undated.length / UNDATED_COLUMNS),
      ...new Set(rowOf.map((row) => row + 1)),
    );
    const height = Math.max(least, Math.min(rows, MOST_ROWS) * PITCH + 2 * PADDING);
    const pitch = Math.min(PITCH, (height - 2 * PADDING) / rows);
    const middle = top + height / 2 + (rows % 2 === 0 ? pitch / 2 : 0);
    /** From the middle outwards: 0, 1 above, 1 below, 2 above … */
    const heightOf = (row: number) => middle + (row % 2 === 0 ? row / 2 : -(row + 1) / 2) * pitch;
    const lane = lanes.length;
    dated.forEach((statement, index) => {
      places.push({
        statement,
        lane,
        y: heightOf(rowOf[index] ?? 0),
        time: timeOf(statement.day),
        undatedX: 0,
      });
    });
    undated.forEach((statement, index) => {
      const undatedX = 12 + (index % UNDATED_COLUMNS) * PITCH;
      const y = heightOf(Math.floor(index / UNDATED_COLUMNS));
      places.push({ statement, lane, y, time: null, undatedX });
    });
    lanes.push({ key, label, top, height, count: statements.length });
    top += height;
  }
  return { lanes, places, height: top, span, hasUndated: times.includes(null) };
}

/** For places from left to right: the first row in which nothing stands too near. */
function swarmed(xs: readonly number[]): number[] {
  const lastOf: number[] = [];
  return xs.map((x) => {
    const free = lastOf.findIndex((last) => x - last >= PITCH);
    const row = free >= 0 ? free : lastOf.length;
    lastOf[row] = x;
    return row;
  });
}

function timeOf(day: string | null): number | null {
  const time = day ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

function spanOf(times: readonly number[]): readonly [number, number] | null {
  if (times.length === 0) return null;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const time of times) {
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  const room = Math.max(3 * DAY, (last - first) * 0.04);
  return [first - room, last + room];
}

type Group = { key: string; label: string; statements: Statement[] };

/** Statements by lane, each lane's in the order of their days; lanes in the order of their first day, nobody's last. */
function grouped({ articles, statements }: Pick<Picture, "articles" | "statements">, by: LanesBy): Group[] {
  const titles = new Map(articles.map(({ id, title }) => [id, title]));
  const groups = new Map<string, Group>();
  const inOrder = statements.toSorted((a, b) => compare(a.day ?? "~", b.day ?? "~") || compare(a.id, b.id));
  for (const statement of inOrder) {
    const key = by === "article" ? statement.articleId : (statement.speaker ?? "");
    const label = by === "article" ? (titles.get(key) ?? "") : key || NOBODY;
    const group = groups.get(key) ?? { key, label, statements: [] };
    group.statements.push(statement);
    groups.set(key, group);
  }
  // Groups were met in the order of their first day already.
  const met = [...groups.values()];
  return [...met.filter(({ key }) => key !== ""), ...met.filter(({ key }) => key === "")];
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
