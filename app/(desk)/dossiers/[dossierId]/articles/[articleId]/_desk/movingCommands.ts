import type { Coverage } from "@/lib/articles/coverage";
import {
  besideInOrder,
  nextOpen,
  paragraphBeside,
  previousOpen,
  sentenceAt,
  sentenceBeside,
} from "@/lib/desk/sentenceCursor";
import { sentencesInside } from "@/lib/desk/sentencesInside";
import { textBlocks } from "@/lib/text/canonical";
import { kindWords } from "@/lib/ui/KindBadge";
import { announce } from "./Announcer";
import type { Desk } from "./deskContext";

/** The commands that move through the article. */
export function movingCommands({ article, revision, shown, state, actions }: Desk, coverage: Coverage) {
  const sentence = (step: 1 | -1) => () => {
    const next = sentenceBeside(revision.sentences, state.place, step);
    if (next) actions.take(next);
    else announce(step === 1 ? "Last sentence" : "First sentence");
  };
  const paragraph = (step: 1 | -1) => () => {
    const next = paragraphBeside(revision.sentences, textBlocks(revision.document), state.place, step);
    if (next) actions.take(next);
    else announce(step === 1 ? "Last paragraph" : "First paragraph");
  };
  const open = (find: typeof nextOpen) => () => {
    const next = find(coverage.sentences, state.place);
    if (next) actions.take({ start: next.start, end: next.end });
  };
  const annotation = (step: 1 | -1) => () => {
    const next = besideInOrder(shown, { id: state.selectedId, offset: state.place }, step);
    if (!next) return announce(step === 1 ? "Last annotation" : "First annotation");
    actions.goTo(next);
    announce(kindWords[next.kind].one, { text: next.exact, language: article.language });
  };
  return {
    nextSentence: sentence(1),
    previousSentence: sentence(-1),
    nextParagraph: paragraph(1),
    previousParagraph: paragraph(-1),
    nextOpen: open(nextOpen),
    previousOpen: open(previousOpen),
    nextAnnotation: annotation(1),
    previousAnnotation: annotation(-1),
    clearSentence() {
      const inside = state.range ? sentencesInside(revision.sentences, state.range) : [];
      if (inside.length > 1) return actions.toggleAllCleared(inside);
      const here = revision.sentences[sentenceAt(revision.sentences, state.place ?? -1)];
      if (here) actions.toggleCleared(here);
    },
  };
}
