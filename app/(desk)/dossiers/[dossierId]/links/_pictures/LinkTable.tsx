"use client";

import NextLink from "next/link";
import { useMemo } from "react";
import type { Picture, Statement } from "@/lib/links/pictureSchema";
import { lineStyleOf, lineWords } from "@/lib/links/pictures/relationStyle";
import { linkStatusWords } from "../../../../words";
import { passageLink } from "../../(dossier)/passageLink";
import { PictureTable } from "./PictureTable";
import { dayWords } from "./statementWords";

/** The timeline in words: every link that is drawn, by the day of its earlier end. */
export function LinkTable({ picture, dossierId }: { picture: Picture; dossierId: string }) {
  const rows = useMemo(() => inOrder(picture), [picture]);
  return (
    <PictureTable
      caption="The links of the timeline, the earliest first"
      columns={["Statement", "Relation", "Other statement", "Status"]}
      rows={rows}
    >
      {({ link, from, to }) => (
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
      )}
    </PictureTable>
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
