import { RICH_LINK } from '../../../../shared/domain/rich-rules';

/** An address as people write one (`site.ru/page`, `name@site.ru`) as a link; null where it is none. */
export function linkOf(address: string): string | null {
  const bare = address.trim();
  if (RICH_LINK.test(bare)) return bare;
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(bare)) return `mailto:${bare}`;
  const whole = `https://${bare}`;
  return /^[^\s/:]+\.[^\s/:.]+(?:[/:?#]\S*)?$/.test(bare) && URL.canParse(whole) ? whole : null;
}
