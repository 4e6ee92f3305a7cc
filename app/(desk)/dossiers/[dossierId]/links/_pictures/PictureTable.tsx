"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/lib/ui/Button";

const AT_ONCE = 100;

type Props<T> = {
  caption: string;
  columns: readonly string[];
  /** Rows that stand before the others, however many those are. */
  first?: ReactNode;
  rows: readonly T[];
  /** A row of the table; keyed. */
  children: (row: T) => ReactNode;
};

/** A picture in words: so many rows that they can be read, more by a press. */
export function PictureTable<T>({ caption, columns, first, rows, children }: Props<T>) {
  const [most, setMost] = useState(AT_ONCE);
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-start text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-soft">
            {columns.map((name) => (
              <th key={name} scope="col" className="px-2 py-1.5 text-start font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first}
          {rows.slice(0, most).map(children)}
        </tbody>
      </table>
      {rows.length > most && (
        <Button size="sm" className="mt-2" onClick={() => setMost(most + 5 * AT_ONCE)}>
          Show more of {rows.length.toLocaleString("en-GB")}
        </Button>
      )}
    </div>
  );
}
