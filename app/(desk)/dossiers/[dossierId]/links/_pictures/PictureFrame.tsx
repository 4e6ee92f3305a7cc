"use client";

import { GitCompareArrows } from "lucide-react";
import NextLink from "next/link";
import type { ReactNode } from "react";
import { can } from "@/lib/auth/policy";
import { formatFilter, type LinkFilter, narrowings } from "@/lib/links/filter";
import type { Picture } from "@/lib/links/pictureSchema";
import { useActor, useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { EmptyState } from "@/lib/ui/EmptyState";
import { Notice } from "@/lib/ui/Notice";
import { PageHeader } from "@/lib/ui/PageHeader";
import { counted } from "../../../../words";
import { FilterBar } from "../_board/FilterBar";
import { SavedFilters } from "../_board/SavedFilters";
import { useAddressFilter } from "../_board/useAddressFilter";
import { LinksViews } from "./LinksViews";
import { usePicture } from "./usePicture";

export type PictureSource = { initialFilter: LinkFilter; packed: string; speakers: readonly string[] };
export type PictureProps = { picture: Picture; dossierId: string; title: string; subtitle: string };

type Props = PictureSource & {
  view: "Timeline" | "Map";
  children: (props: PictureProps) => ReactNode;
};

/** Around a picture of links: the filter it shares with the board, what it says in numbers, what to do when empty. */
export function PictureFrame({ initialFilter, packed, speakers, view, children }: Props) {
  const dossier = useDossier((state) => state.dossier);
  const canEdit = can(useActor(), "link.change");
  const [filter, show] = useAddressFilter(initialFilter);
  const { picture, isLoading, error, reload } = usePicture(dossier.id, filter, packed);
  const { links, statements, total } = picture;
  const isNarrowed = narrowings(filter) > 0;
  const said = `${counted(total, "link")}${isNarrowed ? " in this filter" : ""} between ${counted(statements.length, "passage")}`;
  const cut = total > links.length ? `; the newest ${links.length.toLocaleString("en-GB")} are drawn` : "";
  return (
    <div className="mx-auto w-full max-w-7xl px-4 py-8 sm:px-6" data-picture={view}>
      <PageHeader
        trail={
          <NextLink href={`/dossiers/${dossier.id}?tab=links`} className="stet-link">
            {dossier.title}
          </NextLink>
        }
        title={`${view} of the links`}
      />
      <LinksViews dossierId={dossier.id} current={view} query={formatFilter(filter)} />
      <div className="mb-3 flex flex-col gap-3">
        <FilterBar filter={filter} speakers={speakers} onFilter={show} withoutOrder />
        <SavedFilters filter={filter} canEdit={canEdit} onFilter={show} />
        <p role="status" aria-busy={isLoading} className="text-sm text-soft">
          {said}
          {cut}
        </p>
        {error && (
          <Notice
            tone="danger"
            role="alert"
            actions={
              <Button size="sm" onClick={reload}>
                Try again
              </Button>
            }
          >
            {error}
          </Notice>
        )}
      </div>
      {links.length === 0 ? (
        <EmptyState
          icon={GitCompareArrows}
          title={isNarrowed ? "No link passes this filter" : "No links yet"}
          action={isNarrowed && <Button onClick={() => show({ sort: filter.sort })}>Show all</Button>}
        >
          {!isNarrowed &&
            "In an article, choose an annotation and press “Link” (or the key L), then choose the other passage. It is drawn here at once."}
        </EmptyState>
      ) : (
        children({ picture, dossierId: dossier.id, title: `${dossier.title}: ${view}`, subtitle: said })
      )}
    </div>
  );
}
