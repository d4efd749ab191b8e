import type { TFunction } from 'i18next';
import type { Formats } from './format';

/** «18,4 МБ»; below a megabyte in kilobytes. */
export function fileSize(bytes: number, format: Formats, t: TFunction<never>): string {
  const megabytes = bytes / 1_048_576;
  return megabytes >= 1
    ? t('common:unit.megabytes', { size: format.number(megabytes, { min: 1 }) })
    : t('common:unit.kilobytes', { size: format.number(Math.max(1, bytes / 1024), { max: 0 }) });
}
