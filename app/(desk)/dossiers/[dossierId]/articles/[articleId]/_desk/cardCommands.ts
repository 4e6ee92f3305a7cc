import type { Kind } from "@/lib/annotations/kinds";
import type { Annotation } from "@/lib/annotations/schema";
import { sayAdjusted } from "@/lib/desk/sayPassage";
import { adjustRange, type RangeStep } from "@/lib/desk/wordRange";
import { dropSelection } from "@/lib/editor/selection";
import { kindWords } from "@/lib/ui/KindBadge";
import { announce } from "./Announcer";
import type { Desk } from "./deskContext";
import { focusCard, inSelectedCard, isInCard } from "./focusCard";

/** The commands on the range in hand and on the selected annotation. */
export function cardCommands(desk: Desk, selected: Annotation | undefined) {
  const { article, revision, canEdit, state, dispatch, actions, surface } = desk;

  const tag = (kind: Kind) => () => {
    if (state.range) actions.tag(kind, state.range);
    else if (selected && selected.kind !== kind) {
      void actions.change(selected.id, { kind });
      announce(`Now ${kindWords[kind].one.toLowerCase()}`);
    }
  };
  const adjust = (step: RangeStep) => () => {
    const range = state.range ?? selected;
    if (!range) return;
    const next = adjustRange(revision.text, range, step, article.language);
    const said = sayAdjusted(revision.text, range, next);
    if (!said) return;
    if (!selected) dispatch({ type: "ranged", range: next });
    else if (canEdit) {
      const exact = revision.text.slice(next.start, next.end);
      void actions.change(selected.id, { ...next, exact });
    }
    dropSelection(document);
    announce(said.words, { text: said.text, language: article.language });
  };
  const backToPassage = (annotation: Annotation) => {
    surface.current?.scrollTo(annotation);
    surface.current?.flash(annotation);
    surface.current?.focus();
    announce(kindWords[annotation.kind].one, { text: annotation.exact, language: article.language });
  };
  return {
    tagClaim: tag("claim"),
    tagFigure: tag("figure"),
    tagStatement: tag("official_statement"),
    extendEnd: adjust("extendEnd"),
    shrinkEnd: adjust("shrinkEnd"),
    extendStart: adjust("extendStart"),
    shrinkStart: adjust("shrinkStart"),
    edit() {
      if (selected) inSelectedCard(selected.id, "[data-card-first-field]")?.focus();
    },
    focusCard() {
      if (!selected) return;
      if (isInCard(selected.id)) backToPassage(selected);
      else focusCard(selected.id);
    },
    evidence() {
      if (selected) inSelectedCard(selected.id, "[data-card-evidence]")?.click();
    },
    comment() {
      if (selected) inSelectedCard(selected.id, "[data-card-comment]")?.focus();
    },
    link() {
      if (selected) actions.linkFrom(selected);
      else if (state.range) actions.linkFrom(actions.endFor(state.range));
    },
    remove() {
      if (selected) actions.remove(selected);
    },
  };
}
