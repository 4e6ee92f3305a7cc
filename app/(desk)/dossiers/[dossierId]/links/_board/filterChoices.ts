import type { FilterField } from "@/lib/links/filter";
import {
  linkStatusSchema,
  relations,
  type SameEvent,
  sameEventSchema,
  severitySchema,
  strengthSchema,
  subtypes,
} from "@/lib/links/relations";
import { linkStatusWords, relationWords, severityWords, subtypeWords } from "../../../../words";

type Option = { value: string; label: string };
type Choice = { name: FilterField; label: string; options: readonly Option[] };

const none = (label: string): Option => ({ value: "none", label });
const eventWords: Record<SameEvent, string> = {
  ...{ yes: "same event", no: "different events", unknown: "unknown" },
};

/** What links can be narrowed by in every dossier: any of several values of a field. */
export const fixedChoices: readonly Choice[] = [
  {
    ...{ name: "status", label: "Status" },
    options: linkStatusSchema.options.map((value) => ({ value, label: linkStatusWords[value].words })),
  },
  {
    ...{ name: "relation", label: "Relation" },
    options: relations.map((value) => ({ value, label: relationWords[value] })),
  },
  {
    ...{ name: "subtype", label: "Subtype" },
    options: [...subtypes.map((value) => ({ value, label: subtypeWords[value] })), none("not said")],
  },
  {
    ...{ name: "strength", label: "Strength" },
    options: [...strengthSchema.options.map((value) => ({ value, label: value })), none("not said")],
  },
  {
    ...{ name: "sameEvent", label: "Event" },
    options: sameEventSchema.options.map((value) => ({ value, label: eventWords[value] })),
  },
  {
    ...{ name: "severity", label: "Severity" },
    options: [
      ...severitySchema.options.map((value) => ({ value, label: severityWords[value] })),
      none("Not said"),
    ],
  },
];

type Named = { id: string; title: string };
type Person = { userId: string; name: string };

/** What links can be narrowed by because of who and what is in a dossier. */
export function dossierChoices(members: readonly Person[], articles: readonly Named[]): Choice[] {
  const people = members.map(({ userId, name }) => ({ value: userId, label: name }));
  return [
    { name: "owner", label: "Owner", options: [...people, none("Nobody")] },
    {
      name: "article",
      label: "Article",
      options: articles.map(({ id, title }) => ({ value: id, label: title })),
    },
  ];
}
