"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { LinkDraft } from "@/lib/desk/linkDraft";
import { snapRange } from "@/lib/desk/snap";
import { AnnotationIndex } from "@/lib/editor/AnnotationIndex";
import { ArticleSurface } from "@/lib/editor/ArticleSurface";
import { useTab } from "@/lib/live/DossierProvider";
import { usePreferences } from "@/lib/preferences/PreferencesProvider";
import { classes } from "@/lib/ui/classes";
import { FollowLine } from "../../../_presence/FollowLine";
import { ArticleMap } from "./ArticleMap";
import { CardSheet } from "./CardSheet";
import { CommandPalette } from "./CommandPalette";
import { DeskHeader } from "./DeskHeader";
import { useDesk } from "./deskContext";
import { focusCard } from "./focusCard";
import { HandRange } from "./HandRange";
import { KeptDrafts } from "./KeptDrafts";
import { KeyHelp } from "./KeyHelp";
import { LinkBanner } from "./LinkBanner";
import { LinkDialog } from "./LinkDialog";
import { Margin } from "./Margin";
import { OpenGutter } from "./OpenGutter";
import { PaneHeader } from "./PaneHeader";
import { PeopleBeside } from "./PeopleBeside";
import { PickChooser } from "./PickChooser";
import { usePane } from "./paneContext";
import { SearchPanel } from "./SearchPanel";
import { SelectionToolbar } from "./SelectionToolbar";
import { useArrival } from "./useArrival";
import { useArticleSearch } from "./useArticleSearch";
import { useCoverage } from "./useCoverage";
import { useDeskCommands } from "./useDeskCommands";
import { useMarks } from "./useDeskData";
import { useDeskKeys } from "./useDeskKeys";
import { useFlagInAddress } from "./useFilter";
import { useIsNarrow } from "./useIsNarrow";
import { useLinkTarget } from "./useLinkTarget";
import { useOthersChanges } from "./useOthersChanges";
import { usePaneReport } from "./usePaneReport";
import { usePeopleOnDesk } from "./usePeopleOnDesk";

/** The desk laid out: map, text and margin, with what floats over them. */
export function DeskBody({ linkDraft }: { linkDraft: LinkDraft | null }) {
  const desk = useDesk();
  const { article, revision, shown, contradicted, state, dispatch, actions, surface } = desk;
  const marks = useMarks(shown, contradicted);
  const coverage = useCoverage(desk);
  const column = useRef<HTMLDivElement>(null);
  const pane = usePane();
  const isNarrow = useIsNarrow() || pane !== null;
  const [showsOpen, setShowsOpen] = useFlagInAddress("open");
  const { preferences } = usePreferences();
  const commands = useDeskCommands(desk, coverage);
  useDeskKeys(article.direction, commands);
  const search = useArticleSearch(desk);
  useOthersChanges(desk);

  // Counts layouts: whatever stands beside the text measures again.
  const [layout, setLayout] = useState(0);
  const onLayout = useCallback(() => setLayout((count) => count + 1), []);
  useArrival(desk, layout);
  usePaneReport(desk, layout);
  const { people, selections } = usePeopleOnDesk(desk, layout);
  useLinkTarget(desk, column);
  // Fonts change heights without resizing the column's width.
  useEffect(() => {
    void document.fonts?.ready.then(onLayout);
  }, [onLayout]);

  const { store } = useTab();
  const goTo = useCallback(
    (id: string) => {
      const annotation = store.getView().state.annotations[id];
      if (!annotation) return;
      actions.goTo(annotation);
      focusCard(id);
    },
    [store, actions],
  );
  const text = (
    <>
      <SearchPanel search={search} />
      {pane?.side !== "right" && <KeptDrafts />}
      <div
        dir={article.direction}
        // A grip at the edge of a phone reaches over it, which must not widen the page.
        className={classes(
          "mx-auto grid max-lg:overflow-x-clip max-w-7xl grid-cols-1 gap-x-6 px-5 sm:px-6",
          !pane && "md:grid-cols-[1.75rem_minmax(0,1fr)] lg:grid-cols-[1.75rem_minmax(0,1fr)_21rem]",
        )}
      >
        {!pane && <ArticleMap marks={marks} coverage={coverage} />}
        <div
          ref={column}
          className={classes(
            "relative mx-auto w-full max-w-[68ch] pt-8 font-serif text-[1.1875rem] leading-[1.6]",
            pane ? "pb-[60dvh]" : "pb-8 max-lg:pb-[50dvh]",
          )}
        >
          <header className="mb-6 border-b border-line pb-4">
            <h1 lang={article.language} className="text-3xl leading-tight font-semibold text-balance">
              {article.title}
            </h1>
          </header>
          <ArticleSurface
            ref={surface}
            document={revision.document}
            label={article.title}
            language={article.language}
            direction={article.direction}
            marks={marks}
            selectedId={state.selectedId}
            pending={state.range}
            found={search.found}
            people={selections}
            onSelect={(range) => dispatch({ type: "ranged", range })}
            onSentence={(range) => dispatch({ type: "ranged", range })}
            onPick={actions.pick}
            snap={(range) => snapRange(revision.text, range, preferences.snap, article.language)}
            onLayout={onLayout}
          >
            <HandRange layout={layout} />
          </ArticleSurface>
          <PeopleBeside people={people} column={column} layout={layout} />
          {showsOpen && <OpenGutter coverage={coverage} column={column} layout={layout} />}
          <SelectionToolbar column={column} layout={layout} />
          <div dir="ltr" className="font-sans text-sm">
            <AnnotationIndex
              document={revision.document}
              text={revision.text}
              language={article.language}
              marks={marks}
              onGo={goTo}
            />
          </div>
        </div>
        {!isNarrow && <Margin layout={layout} />}
      </div>
    </>
  );
  return (
    <>
      {pane ? (
        <PaneHeader coverage={coverage} showsOpen={showsOpen} onShowOpen={setShowsOpen} />
      ) : (
        <>
          <DeskHeader coverage={coverage} showsOpen={showsOpen} onShowOpen={setShowsOpen} />
          <LinkBanner draft={linkDraft} articleId={article.id} />
        </>
      )}
      {pane ? (
        <div
          ref={pane.scroller}
          // Opaque, and said to scroll: then scrolling moves what is painted instead of painting it again.
          className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain bg-paper [will-change:scroll-position]"
        >
          {text}
        </div>
      ) : (
        text
      )}
      {isNarrow && <CardSheet />}
      {!pane && <FollowLine />}
      <PickChooser />
      <LinkDialog />
      <KeyHelp />
      <CommandPalette commands={commands} />
    </>
  );
}
