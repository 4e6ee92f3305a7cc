"use client";

import type { MapGraph } from "@/lib/links/pictures/mapGraph";
import { edgeWords } from "./mapWords";
import { PictureTable } from "./PictureTable";

const cell = "px-2 py-2 text-start";

/** The map in words: who and what is linked with what, the most linked first. */
export function EdgeTable({ graph: { nodes, edges } }: { graph: MapGraph }) {
  const label = new Map(nodes.map((node) => [node.id, node.label]));
  const within = nodes.filter((node) => node.within > 0);
  return (
    <PictureTable
      caption="What the map links, the most linked first"
      columns={["One", "Other", "Number", "How"]}
      first={within.map((node) => (
        <tr key={node.id} className="border-b border-line align-top">
          <th scope="row" className={`${cell} font-normal`}>
            <bdi>{node.label}</bdi>
          </th>
          <td className={`${cell} text-soft`}>itself</td>
          <td className={cell}>{node.within}</td>
          <td className={cell}>links within</td>
        </tr>
      ))}
      rows={edges.toSorted((a, b) => b.weight - a.weight)}
    >
      {(edge) => (
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
      )}
    </PictureTable>
  );
}
