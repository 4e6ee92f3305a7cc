"use client";

import { Bookmark } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useAction } from "@/app/useAction";
import { api } from "@/lib/http/client";
import { formatFilter, type LinkFilter, parseFilter } from "@/lib/links/filter";
import { useDossier } from "@/lib/live/useDossier";
import type { SavedFilter } from "@/lib/savedFilters/schema";
import { Button } from "@/lib/ui/Button";
import { Dialog } from "@/lib/ui/Dialog";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";

type Props = { filter: LinkFilter; canEdit: boolean; onFilter: (filter: LinkFilter) => void };

/** Filters that somebody kept for everybody in the dossier: chosen by a press; kept, renamed and deleted in a dialog. */
export function SavedFilters({ filter, canEdit, onFilter }: Props) {
  const kept = useDossier((state) => Object.values(state.filters));
  const query = formatFilter(filter);
  const byName = kept.toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {byName.length > 0 && <span className="text-xs text-soft">Kept:</span>}
      {byName.map((one) => (
        <Button
          key={one.id}
          size="sm"
          look="quiet"
          aria-pressed={one.query === query}
          onClick={() => onFilter(parseFilter(one.query))}
        >
          <Bookmark aria-hidden size={13} /> {one.name}
        </Button>
      ))}
      {canEdit && (
        <Dialog
          trigger={
            <Button size="sm" look="quiet">
              Keep this filter …
            </Button>
          }
          title="Filters kept for everybody"
          description="Whoever is in this dossier sees them, by name, on this board."
        >
          <KeepForm query={query} />
          <ul className="mt-4 flex flex-col gap-2">
            {byName.map((one) => (
              <KeptRow key={`${one.id}:${one.version}`} kept={one} query={query} />
            ))}
          </ul>
        </Dialog>
      )}
    </div>
  );
}

function KeepForm({ query }: { query: string }) {
  const dossierId = useDossier((state) => state.dossier.id);
  const [name, setName] = useState("");
  const { busy, error, run } = useAction();
  const keep = async () => {
    const saved = await run(() =>
      api.post<SavedFilter>(`/api/dossiers/${dossierId}/filters`, { name, query }),
    );
    if (!saved) return;
    setName("");
    toast.success(`Kept as “${saved.name}”`);
  };
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Field label="Keep the present filter as" error={error?.message} className="flex-1">
        <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Button type="submit" look="primary" busy={busy} disabled={name.trim() === ""}>
        Keep
      </Button>
    </form>
  );
}

function KeptRow({ kept, query }: { kept: SavedFilter; query: string }) {
  const [name, setName] = useState(kept.name);
  const { busy, error, run } = useAction();
  const path = `/api/filters/${kept.id}`;
  const change = (fields: object) => void run(() => api.patch(path, { version: kept.version, ...fields }));
  return (
    <li className="flex flex-wrap items-end gap-2">
      <Field label={`Name of ${kept.name}`} hiddenLabel error={error?.message} className="min-w-40 flex-1">
        <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Button
        size="sm"
        busy={busy}
        disabled={name.trim() === "" || name === kept.name}
        onClick={() => change({ name })}
      >
        Rename
      </Button>
      <Button size="sm" disabled={query === kept.query} onClick={() => change({ query })}>
        Replace by the present
      </Button>
      <Button
        size="sm"
        look="quiet"
        onClick={() => void run(() => api.delete(`${path}?version=${kept.version}`))}
      >
        Delete
      </Button>
    </li>
  );
}
