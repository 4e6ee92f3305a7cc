"use client";

import { Command as Palette } from "cmdk";
import { useRef, useState } from "react";
import { commandEntry, commandNames } from "@/lib/desk/commandTable";
import { bestMatches } from "@/lib/desk/paletteSearch";
import { Dialog } from "@/lib/ui/Dialog";
import { CommandKeys } from "../../../../../CommandKey";
import { useDesk } from "./deskContext";
import { PaletteGroup, PaletteItem } from "./PaletteGroup";
import { PalettePassages } from "./PalettePassages";
import { PalettePlaces } from "./PalettePlaces";
import type { DeskCommands } from "./useDeskCommands";

/** What nobody looks for here. */
const listed = commandNames.filter((name) => name !== "palette");

/** Everything the desk can do and every place to go, found by a few letters. */
export function CommandPalette({ commands }: { commands: DeskCommands }) {
  const { state, dispatch } = useDesk();
  // What was chosen happens once the dialog is gone and the focus is back: it may move the focus itself.
  const chosen = useRef<(() => void) | null>(null);
  const close = (then: () => void) => {
    chosen.current = then;
    dispatch({ type: "palette", isOpen: false });
  };
  return (
    <Dialog
      open={state.isPaletteOpen}
      onOpenChange={(isOpen) => dispatch({ type: "palette", isOpen })}
      onClosed={() => {
        chosen.current?.();
        chosen.current = null;
      }}
      title="Commands, passages and articles"
      wide
    >
      <PaletteContent commands={commands} onChoose={close} />
    </Dialog>
  );
}

function PaletteContent(props: { commands: DeskCommands; onChoose: (then: () => void) => void }) {
  const { commands, onChoose } = props;
  const { article } = useDesk();
  const [query, setQuery] = useState("");
  // Not deferred: Enter right after the last letter must mean what these letters find.
  const found = bestMatches(listed, query, (name) => {
    const { says, also = "" } = commandEntry(name);
    return `${says} ${also}`;
  });
  return (
    <Palette label="Commands, passages and articles" shouldFilter={false} loop>
      <Palette.Input
        autoFocus
        value={query}
        onValueChange={setQuery}
        placeholder="Type what you want to do, or words of a passage"
        className="min-h-10 w-full rounded-md border border-line-strong bg-surface px-3 text-base outline-offset-0"
      />
      <Palette.List className="mt-3 h-[min(26rem,60dvh)] overflow-y-auto">
        <Palette.Empty className="p-4 text-sm text-soft">
          Nothing here is called that. Search the text itself with “Search the article and the dossier”.
        </Palette.Empty>
        <PaletteGroup heading="Commands">
          {found.map((name) => {
            const reason = commands.whyNot(name);
            return (
              <PaletteItem key={name} value={name} onSelect={() => onChoose(() => commands.run(name))}>
                <span className={reason ? "text-soft" : undefined}>{commandEntry(name).says}</span>
                {reason && <span className="text-xs text-soft">{reason}</span>}
                <span className="ms-auto">
                  <CommandKeys command={name} direction={article.direction} />
                </span>
              </PaletteItem>
            );
          })}
        </PaletteGroup>
        <PalettePassages query={query} onChoose={onChoose} />
        <PalettePlaces query={query} onChoose={onChoose} />
      </Palette.List>
    </Palette>
  );
}
