export type Person = { id: string; name: string; code: string };

/** The beginning of a name after an @ that the cursor stands behind; null where none is being typed. */
export function mentionAt(text: string, cursor: number): { from: number; begun: string } | null {
  const match = /(?:^|\s)@([\p{L}\d.-]*)$/u.exec(text.slice(0, cursor));
  const begun = match?.[1];
  return begun === undefined ? null : { from: cursor - begun.length - 1, begun };
}

/** People whose name, family name or code begins so. */
export function peopleBeginning(people: readonly Person[], begun: string): Person[] {
  const sought = begun.toLocaleLowerCase();
  return people.filter(({ name, code }) =>
    [...name.split(/\s+/), code].some((word) => word.toLocaleLowerCase().startsWith(sought)),
  );
}

/** The text with the name put in the place of what was begun, and where the cursor stands then. */
export function withMention(
  text: string,
  cursor: number,
  person: Person,
): { text: string; cursor: number } {
  const mention = mentionAt(text, cursor);
  if (mention === null) return { text, cursor };
  const put = `@${person.code} `;
  return {
    text: text.slice(0, mention.from) + put + text.slice(cursor),
    cursor: mention.from + put.length,
  };
}
