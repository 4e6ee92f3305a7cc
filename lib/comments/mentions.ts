type Person = { userId: string; name: string; email: string };

/**
 * How a mention stands in a comment's body: `@[Ada Lovelace](user:0190…)`. To a reader of Markdown it is a link
 * nowhere, so that wherever it is not understood it still reads "@Ada Lovelace".
 */
const MENTION =
  /@\[([^[\]\\\n]{1,300})\]\(user:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\)/g;

/** Ids of the people a body mentions, each once, in order. */
export function mentionedIn(body: string): string[] {
  return [...new Set([...body.matchAll(MENTION)].map(([, , userId = ""]) => userId))];
}

/** The body with every mention as "@Name", under the names they have now or, when unknown, had then. */
export function plainMentions(body: string, nameOf: (userId: string) => string | undefined): string {
  return body.replace(MENTION, (_all, then: string, userId: string) => `@${nameOf(userId) ?? then}`);
}

/**
 * The body as Markdown in which each mention of somebody known is a link to `user:ID`, which the renderer of Markdown
 * shows as a chip; people who are not there any more are plain text.
 */
export function linkedMentions(body: string, nameOf: (userId: string) => string | undefined): string {
  return body.replace(MENTION, (_all, then: string, userId: string) => {
    const name = nameOf(userId);
    return name === undefined ? `@${escaped(then)}` : `[@${escaped(name)}](user:${userId})`;
  });
}

/** What one types after @ for each person: the name, with the address where two have the same. */
export function mentionLabels(people: readonly Person[]): { userId: string; label: string }[] {
  const names = people.map(({ name }) => plainName(name));
  return people.map(({ userId, email }, index) => {
    const name = names[index] ?? "";
    const isShared = names.filter((other) => other === name).length > 1;
    return { userId, label: isShared ? `${name} (${email})` : name };
  });
}

/** What a person typed, as a body: each "@Label" of one of `people` becomes a mention, anything else stays text. */
export function encodeMentions(typed: string, people: readonly Person[]): string {
  const labels = mentionLabels(people)
    .filter(({ label }) => label !== "")
    // The longest first: "@Ann Lee" is not "@Ann" and a surname.
    .sort((a, b) => b.label.length - a.label.length);
  if (labels.length === 0) return typed;
  const any = labels.map(({ label }) => label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_@])@(${any})(?![\\p{L}\\p{N}_])`, "gu");
  const idOf = new Map(labels.map(({ label, userId }) => [label, userId]));
  const nameOf = new Map(people.map(({ userId, name }) => [userId, plainName(name)]));
  return typed.replace(pattern, (all, label: string) => {
    const userId = idOf.get(label);
    // Never the label: an address is for telling people apart while typing, not for whoever reads or exports the body.
    const name = userId && nameOf.get(userId);
    return name ? `@[${name}](user:${userId})` : all;
  });
}

/** A body as it is typed, for changing it: the other way round from {@link encodeMentions}. */
export function decodeMentions(body: string, people: readonly Person[]): string {
  const labelOf = new Map(mentionLabels(people).map(({ userId, label }) => [userId, label]));
  return body.replace(MENTION, (_all, then: string, userId: string) => `@${labelOf.get(userId) ?? then}`);
}

/** A name without what would end the brackets around it. */
function plainName(name: string): string {
  return name
    .replace(/[[\]\\\s]+/g, " ")
    .trim()
    .slice(0, 200);
}

/** Text that Markdown leaves alone. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|~<>&]/g, "\\$&");
}
