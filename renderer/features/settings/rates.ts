type Dated = { readonly validFrom: string; readonly validTo: string | null };

/** The rate that holds on a day; undefined where none does. */
export function currentRate<R extends Dated>(rates: readonly R[], on: string): R | undefined {
  return rates
    .filter((rate) => rate.validFrom <= on && (rate.validTo === null || rate.validTo >= on))
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
}

/** The first rate that begins after a day. */
export function nextRate<R extends Dated>(rates: readonly R[], after: string): R | undefined {
  return rates
    .filter((rate) => rate.validFrom > after)
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))[0];
}

/** Newest first: what a list of rates shows. */
export function newestFirst<R extends Dated>(rates: readonly R[]): R[] {
  return [...rates].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
}

/** Two letters of a name: «Анна Ракитина» → «АР». */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const [first = '', second] = words;
  return (
    second === undefined ? first.slice(0, 2) : first.charAt(0) + second.charAt(0)
  ).toUpperCase();
}
