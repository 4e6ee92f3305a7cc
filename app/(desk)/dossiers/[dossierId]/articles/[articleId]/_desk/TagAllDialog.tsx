"use client";

import { useEffect, useMemo, useState } from "react";
import { toast } from "sonner";
import { type Kind, kinds } from "@/lib/annotations/kinds";
import type { Annotation } from "@/lib/annotations/schema";
import { ApiError } from "@/lib/http/client";
import { orWaiting } from "@/lib/live/orWaiting";
import { useActor, useDossier, useDossierStore } from "@/lib/live/useDossier";
import { contextOf } from "@/lib/search/context";
import type { Passage } from "@/lib/search/find";
import { grouped } from "@/lib/text/grouped";
import { Button } from "@/lib/ui/Button";
import { Checkbox } from "@/lib/ui/Checkbox";
import { Dialog } from "@/lib/ui/Dialog";
import { KindBadge, kindWords } from "@/lib/ui/KindBadge";
import { Notice } from "@/lib/ui/Notice";
import { counted } from "../../../../../words";
import { PassageText } from "../../../_search/PassageText";
import { searchPassages } from "../../../_search/usePassages";
import { announce } from "./Announcer";
import { useDesk } from "./deskContext";
import type { TogetherAnswer } from "./performTogether";
import { annotationOf, type PassageToTag, taggingStep } from "./tagPassages";
import { useHistory } from "./useHistory";

/** As many as anyone looks through before tagging. */
const MOST = 500;

type Props = { typed: string; hits: readonly Passage[]; startsWide: boolean; onClose: () => void };

/** Every match to be tagged at once, seen and chosen beforehand; undone as one. */
export function TagAllDialog({ typed, hits, startsWide, onClose }: Props) {
  const { article } = useDesk();
  const store = useDossierStore();
  const { userId } = useActor();
  const history = useHistory(store, userId);
  const [kind, setKind] = useState<Kind>("claim");
  const [isWide, setWide] = useState(startsWide);
  const { passages, isLoading, problem, hasMore } = useMatches(isWide, typed, hits);
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const annotations = useDossier((state) => state.annotations);
  const titles = useDossier((state) => state.articles);
  const tagged = useMemo(() => taggedOn(passages, Object.values(annotations)), [passages, annotations]);

  const standing = passages.map((passage) => {
    const on = tagged.get(keyOf(passage)) ?? [];
    const isSame = on.some(
      (one) => one.kind === kind && one.start === passage.start && one.end === passage.end,
    );
    const isChosen = !isSame && (chosen.get(keyOf(passage)) ?? on.length === 0);
    return { passage, on, isSame, isChosen };
  });
  const toTag = standing.filter(({ isChosen }) => isChosen).map(({ passage }) => passage);
  const chooseAll = (isChosen: boolean) =>
    setChosen(new Map(passages.map((passage) => [keyOf(passage), isChosen])));

  const save = async () => {
    setBusy(true);
    setRefusal(null);
    const things = toTag.map((one) => annotationOf(one, kind, { dossierId: article.dossierId, userId }));
    const step = taggingStep(things, kind);
    const doing = history.perform(step);
    const settled = await orWaiting(store, doing);
    setBusy(false);
    if (settled && !settled.saved && !settled.held) return setRefusal(settled.refusal.message);
    const outcomes = settled?.saved ? (settled.answer as TogetherAnswer).outcomes : [];
    const refused = outcomes.flatMap((one) => (one.saved ? [] : [one.refusal.message]));
    announce(step.says);
    if (refused.length === 0) {
      toast(step.says, { action: { label: "Undo", onClick: () => history.undoDeed(doing.deedId) } });
    } else {
      const done = counted(things.length - refused.length, "passage");
      toast.error(`${done} tagged, ${refused.length} not. ${refused[0]}`);
    }
    onClose();
  };

  return (
    <Dialog
      open
      wide
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={<>Tag all matches of “{typed}”</>}
      description="Look through them first. What is tagged here is undone in one step."
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" disabled={toTag.length === 0} busy={isBusy} onClick={() => void save()}>
            Tag {counted(toTag.length, "passage")} as {kindWords[kind].one.toLowerCase()}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          <Choice
            legend="Tag as"
            value={kind}
            onChange={setKind}
            options={kinds.map((one) => [one, <KindBadge key={one} kind={one} />])}
          />
          <Choice
            legend="In"
            value={isWide ? "dossier" : "article"}
            onChange={(scope) => setWide(scope === "dossier")}
            options={[
              ["article", "This article"],
              ["dossier", "The whole dossier"],
            ]}
          />
        </div>
        {(refusal ?? problem) && (
          <Notice tone="warn" role="alert" title={refusal ?? problem}>
            {refusal && <p>Nothing was tagged. Your choice is kept here.</p>}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <span role="status" className="flex-1">
            {isLoading ? "Searching …" : `${toTag.length} of ${counted(passages.length, "passage")} chosen`}
            {hasMore && `, the first ${MOST}: tag these, then search again`}
          </span>
          <Button size="sm" onClick={() => chooseAll(true)}>
            All
          </Button>
          <Button size="sm" onClick={() => chooseAll(false)}>
            None
          </Button>
        </div>
        {[...grouped(standing, ({ passage }) => passage.articleId)].map(([articleId, list]) => (
          <fieldset key={articleId} className="min-w-0">
            <legend dir="auto" className="mb-1 text-sm font-semibold">
              {titles[articleId]?.title}
            </legend>
            <ul className="divide-y divide-line rounded-md border border-line">
              {list.map(({ passage, on, isSame, isChosen }) => (
                <li key={passage.start} className="flex items-start gap-2 px-2.5 py-1.5">
                  <Checkbox
                    className="min-w-0 flex-1"
                    label={<PassageText {...passage} />}
                    hint={isSame ? `Already tagged as ${kindWords[kind].one.toLowerCase()}` : undefined}
                    checked={isChosen}
                    disabled={isSame}
                    onChange={(event) => setChosen(new Map(chosen).set(keyOf(passage), event.target.checked))}
                  />
                  {[...new Set(on.map((one) => one.kind))].map((one) => (
                    <KindBadge key={one} kind={one} short />
                  ))}
                </li>
              ))}
            </ul>
          </fieldset>
        ))}
      </div>
    </Dialog>
  );
}

type ChoiceProps<T extends string> = {
  legend: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly (readonly [T, React.ReactNode])[];
};

function Choice<T extends string>({ legend, value, onChange, options }: ChoiceProps<T>) {
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <legend className="float-start me-3 font-medium">{legend}</legend>
      {options.map(([option, label]) => (
        <label key={option} className="flex cursor-pointer items-center gap-1.5">
          <input
            type="radio"
            name={legend}
            className="accent-accent"
            checked={value === option}
            onChange={() => onChange(option)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

const keyOf = ({ articleId, start, end }: PassageToTag) => `${articleId}:${start}:${end}`;

/** The annotations that share a character with each passage. */
function taggedOn(
  passages: readonly PassageToTag[],
  annotations: readonly Annotation[],
): Map<string, Annotation[]> {
  const byRevision = grouped(annotations, (one) => one.revisionId);
  return new Map(
    passages.map((passage) => {
      const near = byRevision.get(passage.revisionId) ?? [];
      return [keyOf(passage), near.filter((one) => one.start < passage.end && one.end > passage.start)];
    }),
  );
}

type Matches = {
  passages: readonly PassageToTag[];
  isLoading: boolean;
  problem: string | null;
  hasMore: boolean;
};

/** The matches in the article at once, those of the dossier from the server; at most {@link MOST}. */
function useMatches(isWide: boolean, typed: string, hits: readonly Passage[]): Matches {
  const { article, revision } = useDesk();
  const [wide, setWide] = useState<Matches>({ passages: [], isLoading: true, problem: null, hasMore: false });
  const { dossierId } = article;
  useEffect(() => {
    if (!isWide) return;
    const controller = new AbortController();
    const read = async () => {
      const passages: PassageToTag[] = [];
      let after: string | null | undefined;
      try {
        while (after !== null && passages.length < MOST) {
          const query = { q: typed, limit: 200, ...(after !== undefined && { after }) };
          const page = await searchPassages(dossierId, query, controller.signal);
          passages.push(...page.items);
          after = page.next;
          const isLoading = after !== null && passages.length < MOST;
          const hasMore = after !== null || passages.length > MOST;
          setWide({ passages: passages.slice(0, MOST), isLoading, problem: null, hasMore });
        }
      } catch (error) {
        if (controller.signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        setWide({ passages, isLoading: false, problem: error.message, hasMore: false });
      }
    };
    void read();
    return () => controller.abort();
  }, [isWide, typed, dossierId]);

  const local = useMemo((): Matches => {
    const { text } = revision;
    const passages = hits.slice(0, MOST).map(({ start, end }) => {
      const newline = text.indexOf("\n", end);
      const block = { start: text.lastIndexOf("\n", start) + 1, end: newline < 0 ? text.length : newline };
      const around = contextOf(text, block, { start, end }, article.language);
      return {
        articleId: article.id,
        revisionId: revision.id,
        ...{ start, end, exact: text.slice(start, end), ...around },
      };
    });
    return { passages, isLoading: false, problem: null, hasMore: hits.length > MOST };
  }, [hits, revision, article.id, article.language]);
  return isWide ? wide : local;
}
