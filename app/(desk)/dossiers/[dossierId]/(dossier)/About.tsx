/** Facts about a source on one line, each in its own direction: an Arabic outlet does not turn a date around. */
export function About({ words }: { words: readonly (string | null | false | undefined)[] }) {
  const said = words.filter((word) => typeof word === "string" && word !== "");
  if (said.length === 0) return null;
  return (
    <span>
      {said.map((word, i) => (
        <span key={String(word)}>
          {i > 0 && " · "}
          <bdi>{word}</bdi>
        </span>
      ))}
    </span>
  );
}
