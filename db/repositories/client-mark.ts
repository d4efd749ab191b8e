/** Hues of the palette a client's mark is chosen from; above that many they repeat, outlined. */
export const CLIENT_HUES = 14;

/** The hue that the fewest clients have, the lowest of these: the first 14 clients all differ. */
export function chooseHue(taken: readonly number[]): number {
  let best = 1;
  let bestCount = Number.POSITIVE_INFINITY;
  for (let hue = 1; hue <= CLIENT_HUES; hue += 1) {
    const count = taken.filter((other) => other === hue).length;
    if (count < bestCount) {
      best = hue;
      bestCount = count;
    }
  }
  return best;
}

const LEGAL_FORMS = /(?<!\p{L})(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|SIA|AS|IK|LLC|Ltd|GmbH|Inc)(?!\p{L})/gu;

/**
 * Two letters that name a client: the initials of its first two words, or the first two letters of a
 * single one. Where they are taken, the second letter moves on through the name; when nothing is free
 * the first choice stands twice, told apart by its hue.
 */
export function chooseMark(name: string, taken: readonly string[]): string {
  const words = name.replace(LEGAL_FORMS, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = [...words.join('')];
  const first = letters[0];
  if (first === undefined) return '?';
  const second = words[1] === undefined ? letters[1] : [...words[1]][0];
  const candidates = [second, ...letters.slice(1)].map((other) =>
    (first + (other ?? '')).toLocaleUpperCase(),
  );
  const free = candidates.find((mark) => !taken.includes(mark));
  return free ?? candidates[0] ?? first.toLocaleUpperCase();
}
