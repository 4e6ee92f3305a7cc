"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { can } from "@/lib/auth/policy";
import { useActor, useDossier } from "@/lib/live/useDossier";
import { returnedIn } from "@/lib/reviews/returned";
import { Badge } from "@/lib/ui/Badge";
import { PageHeader } from "@/lib/ui/PageHeader";
import { Tabs } from "@/lib/ui/Tabs";
import { counted, roleWords } from "../../../words";
import { PeopleHere } from "../_presence/PeopleHere";
import { ActivityFeed } from "./_activity/ActivityFeed";
import { WebhookSettings } from "./_webhooks/WebhookSettings";
import { ArticleTable } from "./ArticleTable";
import { AddArticles } from "./addArticles/AddArticles";
import { DossierSearch } from "./DossierSearch";
import { tabOf } from "./dossierTabs";
import { LinkList } from "./LinkList";
import { MemberList } from "./MemberList";
import { ReportList } from "./ReportList";
import { ReturnedList } from "./ReturnedList";
import type { CoverageCounts } from "./useCoverage";

type Props = {
  coverage: Record<string, CoverageCounts>;
  initialQuery: string;
};

/** A dossier in its parts. The part shown is in the address, so that it can be sent and gone back to. */
export function DossierView({ coverage, initialQuery }: Props) {
  const tab = tabOf(useSearchParams().get("tab") ?? undefined);
  const actor = useActor();
  const { role } = actor;
  const manages = can(actor, "webhook.manage");
  const dossier = useDossier((state) => state.dossier);
  const counts = useDossier((state) => ({
    articles: Object.keys(state.articles).length,
    links: Object.keys(state.links).length,
    reports: Object.keys(state.reports).length,
    members: Object.keys(state.members).length,
    returned: returnedIn(state).length,
    toFix: returnedIn(state).filter(
      ({ makers, standing }) => standing !== "fixed" && makers.includes(actor.userId),
    ).length,
    open: Object.values(state.links).filter(
      (link) => link.relation === "contradicts" && link.status === "open",
    ).length,
  }));

  function show(next: string) {
    window.history.replaceState(null, "", next === "articles" ? window.location.pathname : `?tab=${next}`);
  }
  const label = (words: string, count: number) => (
    <>
      {words} <span className="text-xs text-soft tabular-nums">{count}</span>
    </>
  );

  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6">
      <PageHeader
        trail={
          <Link href="/dossiers" className="stet-link">
            Dossiers
          </Link>
        }
        title={dossier.title}
        actions={
          <>
            <PeopleHere />
            <AddArticles />
          </>
        }
      >
        {dossier.description && <p className="mb-2 max-w-prose">{dossier.description}</p>}
        <p className="flex flex-wrap items-center gap-2">
          <Badge>{`You: ${roleWords[role].name.toLowerCase()}`}</Badge>
          {counts.open > 0 && <Badge tone="danger">{counted(counts.open, "open contradiction")}</Badge>}
          {counts.toFix > 0 && (
            <Link href="?tab=returned" className="rounded">
              <Badge tone="warn">{counts.toFix} returned to you</Badge>
            </Link>
          )}
          <span>{counted(dossier.signOffsRequired, "sign-off")} needed</span>
          {dossier.requireCoverage && <span>· every sentence must be looked at</span>}
        </p>
      </PageHeader>
      <Tabs
        label="Parts of the dossier"
        value={tab === "settings" && !manages ? "articles" : tab}
        onChange={show}
        tabs={[
          {
            value: "articles",
            label: label("Articles", counts.articles),
            content: <ArticleTable coverage={coverage} />,
          },
          { value: "links", label: label("Contradictions and links", counts.links), content: <LinkList /> },
          { value: "reports", label: label("Reports", counts.reports), content: <ReportList /> },
          ...(counts.returned > 0 || tab === "returned"
            ? [{ value: "returned", label: label("Returned", counts.returned), content: <ReturnedList /> }]
            : []),
          { value: "members", label: label("Members", counts.members), content: <MemberList /> },
          { value: "activity", label: "Activity", content: <ActivityFeed /> },
          { value: "search", label: "Search", content: <DossierSearch initial={initialQuery} /> },
          ...(manages ? [{ value: "settings", label: "Settings", content: <WebhookSettings /> }] : []),
        ]}
      />
    </div>
  );
}
