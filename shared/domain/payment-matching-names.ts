/** Legal forms that say nothing of who pays. */
const LEGAL_FORMS = new Set([
  'ооо',
  'оао',
  'зао',
  'пао',
  'ао',
  'нао',
  'ип',
  'тоо',
  'чуп',
  'гуп',
  'муп',
  'ано',
  'нко',
  'чоу',
  'фгуп',
  'sia',
  'as',
  'ik',
  'llc',
  'ltd',
  'inc',
  'gmbh',
  'oy',
  'uab',
  'ou',
  'oü',
  'bv',
  'plc',
  'limited',
]);

const LONG_FORMS =
  /обществ[оа] с ограниченной ответственностью|(?:публичное |непубличное |закрытое |открытое )?акционерное общество|индивидуальный предприниматель|sabiedrība ar ierobežotu atbildību|akciju sabiedrība/giu;

/** Words of a company or person's name: lower case, ё as е, without legal form, quotes and marks. */
export function nameWords(name: string): readonly string[] {
  const plain = name.toLowerCase().replaceAll('ё', 'е').replace(LONG_FORMS, ' ');
  return (plain.match(/[\p{L}\d]+/gu) ?? []).filter((word) => !LEGAL_FORMS.has(word));
}

/**
 * `equal`: the same words in any order; `similar`: all words of the shorter name stand in the longer
 * one and at least one of them has four letters.
 */
export function nameFit(a: string, b: string): 'equal' | 'similar' | null {
  const left = nameWords(a);
  const right = nameWords(b);
  if (left.length === 0 || right.length === 0) return null;
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
  const all = new Set(longer);
  if (!shorter.every((word) => all.has(word))) return null;
  if (left.length === right.length) return 'equal';
  return shorter.some((word) => word.length >= 4) ? 'similar' : null;
}
