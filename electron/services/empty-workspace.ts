import { createWorkspace } from '../../db/connection';
import { foundAgency } from '../../db/repositories/founding.repo';
import type { Language } from '../../shared/contract/primitives';
import { translatorOf } from '../../shared/i18n/all-messages';
import type { Clock } from './clock';

/** Country a language points at until the settings say otherwise. */
const COUNTRY = { ru: 'RU', en: 'RU', lv: 'LV' } as const;

/** Makes a workspace with nothing in it but the agency's own row and tax rates. Throws what createWorkspace throws. */
export function createEmptyWorkspace(path: string, language: Language, clock: Clock): void {
  const t = translatorOf(language).getFixedT(language, 'cli');
  const workspace = createWorkspace(path, { now: clock.now() });
  try {
    workspace.write(
      {
        actor: 'setup',
        now: clock.now(),
        label: { key: 'history.new-workspace', params: {} },
        kind: 'setup',
      },
      (tx) =>
        foundAgency(tx, {
          agencyName: t('new.agency'),
          country: COUNTRY[language],
          city: '',
          language,
          userName: t('new.user'),
          userRole: 'manager',
        }),
    );
  } finally {
    workspace.close();
  }
}
