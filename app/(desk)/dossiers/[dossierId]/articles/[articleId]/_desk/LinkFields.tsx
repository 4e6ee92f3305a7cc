"use client";

import type { Annotation } from "@/lib/annotations/schema";
import { fittingDetails, type LinkDetails } from "@/lib/desk/linkDraft";
import { doubtsAbout } from "@/lib/links/meaning";
import {
  relationSchema,
  relations,
  sameEventSchema,
  severitySchema,
  strengthSchema,
  subtypeSchema,
  subtypes,
} from "@/lib/links/relations";
import { useDossier } from "@/lib/live/useDossier";
import { Field } from "@/lib/ui/Field";
import { Notice } from "@/lib/ui/Notice";
import { Select } from "@/lib/ui/Select";
import { Textarea } from "@/lib/ui/Textarea";
import { relationWords, severityWords, subtypeWords } from "../../../../../words";

/** How two passages stand to each other. What belongs to contradictions only is asked of contradictions only. */
export function LinkFields(props: {
  details: LinkDetails;
  onDetails: (details: LinkDetails) => void;
  /** Both ends, when they are at hand: what their kinds make doubtful is said, and may be saved all the same. */
  ends?: { from: Annotation; to: Annotation } | null;
}) {
  const { details, onDetails, ends } = props;
  const members = useDossier((state) => Object.values(state.members));
  const doubts = ends ? doubtsAbout(details, ends.from, ends.to) : [];
  const set = (change: Partial<LinkDetails>) => onDetails({ ...details, ...change });
  const contradicts = details.relation === "contradicts";
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      <Field label="The first … the second">
        <Select
          value={details.relation}
          onChange={(event) => {
            const relation = relationSchema.parse(event.target.value);
            const strength = relation === "contradicts" ? (details.strength ?? "apparent") : null;
            onDetails(fittingDetails({ ...details, relation, strength }));
          }}
        >
          {relations.map((relation) => (
            <option key={relation} value={relation}>
              {relationWords[relation]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Same event?">
        <Select
          value={details.sameEvent}
          onChange={(event) => set({ sameEvent: sameEventSchema.parse(event.target.value) })}
        >
          <option value="unknown">Not known yet</option>
          <option value="yes">Same event</option>
          <option value="no">Different events</option>
        </Select>
      </Field>
      {contradicts && (
        <>
          <Field label="They contradict each other">
            <Select
              value={details.subtype ?? ""}
              onChange={(event) => set({ subtype: subtypeSchema.safeParse(event.target.value).data ?? null })}
            >
              <option value="">Not said how</option>
              {subtypes.map((subtype) => (
                <option key={subtype} value={subtype}>
                  {subtypeWords[subtype]}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Strength">
            <Select
              value={details.strength ?? ""}
              onChange={(event) =>
                set({ strength: strengthSchema.safeParse(event.target.value).data ?? null })
              }
            >
              <option value="apparent">Apparent: may be explained</option>
              <option value="direct">Direct: cannot both hold</option>
              <option value="">Not said</option>
            </Select>
          </Field>
        </>
      )}
      {contradicts && (
        <Field label="Severity">
          <Select
            value={details.severity ?? ""}
            onChange={(event) => set({ severity: severitySchema.safeParse(event.target.value).data ?? null })}
          >
            <option value="">Not said</option>
            {severitySchema.options.map((severity) => (
              <option key={severity} value={severity}>
                {severityWords[severity]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {details.owner !== undefined && (
        <Field label="Owner">
          <Select
            value={details.owner ?? ""}
            onChange={(event) => set({ owner: event.target.value || null })}
          >
            <option value="">Nobody</option>
            {details.owner && !members.some(({ userId }) => userId === details.owner) && (
              <option value={details.owner}>Someone no longer here</option>
            )}
            {members.map(({ userId, name }) => (
              <option key={userId} value={userId}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {doubts.length > 0 && (
        <div className="sm:col-span-2">
          <Notice tone="warn" role="status" title="Is this meant? It can be saved as it is.">
            <ul>
              {doubts.map(({ sentence }) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <Field label="Why" className="sm:col-span-2">
        <Textarea
          value={details.rationale}
          maxLength={5_000}
          onChange={(event) => set({ rationale: event.target.value })}
        />
      </Field>
    </div>
  );
}
