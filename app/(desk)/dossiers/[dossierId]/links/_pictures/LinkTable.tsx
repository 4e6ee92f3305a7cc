"use client";

import NextLink from "next/link";
import { useMemo, useState } from "react";
import type { Picture, Statement } from "@/lib/links/pictureSchema";
import { lineStyleOf, lineWords } from "@/lib/links/pictures/relationStyle";
import { Button } from "@/lib/ui/Button";
import { linkStatusWords } from "../../../../words";
import { passageLink } from "../../(dossier)/passageLink";
import { dayWords } from "./statementWords";

const AT_ONCE = 100;

/** The timeline in words: every link that is drawn, by the day of its earlier end. */
export function LinkTable({ picture, dossierId }: { picture: Picture; dossierId: string }) {
  const [most, setMost] = useState(AT_ONCE);
  const rows = useMemo(() => inOrder(picture), [picture]);
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-start text-sm">
        <caption className="sr-only">The links of the timeline, the earliest first</caption>
        <thead>
          <tr className="border-b border-line text-soft">
            {["Statement", "Relation", "Other statement", "Status"].map((name) => (
              <th key={name} scope="col" className="px-2 py-1.5 text-start font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map(({ link, from, to }) => (
            <tr key={link.id} className="border-b border-line align-top">
              <EndCell end={from} picture={picture} dossierId={dossierId} />
              <td className="px-2 py-2 whitespace-nowrap">
                {lineWords[lineStyleOf(link)]}
                {link.sameEvent === "no" && <span className="block text-soft">different events</span>}
                {link.sameEvent === "yes" && <span className="block text-soft">same event</span>}
              </td>
              <EndCell end={to} picture={picture} dossierId={dossierId} />
              <td className="px-2 py-2 whitespace-nowrap">{linkStatusWords[link.status].words}</td>
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

function EndCell({ end, picture, dossierId }: { end: Statement; picture: Picture; dossierId: string }) {
  const title = picture.articles.find(({ id }) => id === end.articleId)?.title;
  return (
    <td className="min-w-56 px-2 py-2">
      <NextLink
        href={passageLink({ dossierId, articleId: end.articleId, id: end.id })}
        prefetch={false}
        className="stet-link"
      >
        <bdi>{end.words}</bdi>
      </NextLink>
      <span className="block text-xs text-soft">
        {dayWords(end)} · <bdi>{end.speaker ?? "no speaker named"}</bdi> · <bdi>{title}</bdi>
      </span>
    </td>
  );
}

function inOrder({ links, statements }: Picture) {
  const byId = new Map(statements.map((one) => [one.id, one]));
  const day = (from: Statement, to: Statement) => [from.day ?? "~", to.day ?? "~"].toSorted()[0] ?? "~";
  return links
    .flatMap((link) => {
      const [from, to] = [byId.get(link.from), byId.get(link.to)];
      return from && to ? [{ link, from, to, key: `${day(from, to)}${link.id}` }] : [];
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
