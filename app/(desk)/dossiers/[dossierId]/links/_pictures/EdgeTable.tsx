"use client";

import { useState } from "react";
import type { MapGraph } from "@/lib/links/pictures/mapGraph";
import { Button } from "@/lib/ui/Button";
import { edgeWords } from "./mapWords";

const AT_ONCE = 100;

/** The map in words: who and what is linked with what, the most linked first. */
export function EdgeTable({ graph: { nodes, edges } }: { graph: MapGraph }) {
  const [most, setMost] = useState(AT_ONCE);
  const label = new Map(nodes.map((node) => [node.id, node.label]));
  const rows = edges.toSorted((a, b) => b.weight - a.weight);
  const within = nodes.filter((node) => node.within > 0);
  const cell = "px-2 py-2 text-start";
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">What the map links, the most linked first</caption>
        <thead>
          <tr className="border-b border-line text-soft">
            {["One", "Other", "Number", "How"].map((name) => (
              <th key={name} scope="col" className="px-2 py-1.5 text-start font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {within.map((node) => (
            <tr key={node.id} className="border-b border-line align-top">
              <th scope="row" className={`${cell} font-normal`}>
                <bdi>{node.label}</bdi>
              </th>
              <td className={`${cell} text-soft`}>itself</td>
              <td className={cell}>{node.within}</td>
              <td className={cell}>links within</td>
            </tr>
          ))}
          {rows.slice(0, most).map((edge) => (
            <tr key={edge.id} className="border-b border-line align-top">
              <th scope="row" className={`${cell} font-normal`}>
                <bdi>{label.get(edge.from)}</bdi>
              </th>
              <td className={cell}>
                <bdi>{label.get(edge.to)}</bdi>
              </td>
              <td className={cell}>{edge.weight}</td>
              <td className={cell}>{edgeWords(edge)}</td>
            </tr>
          ))}
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
