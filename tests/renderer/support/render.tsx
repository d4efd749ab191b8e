import { type RenderResult, render } from '@testing-library/react';
import type { i18n as I18n } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { WorkspaceContext } from '../../../renderer/lib/workspace';
import type { OpenWorkspace } from '../../../shared/contract/workspace.contract';
import { allMessages } from '../../../shared/i18n/all-messages';
import type { Lang } from '../../../shared/i18n/formats';
import { createI18n } from '../../../shared/i18n/i18n';

export const workspace: OpenWorkspace = {
  state: 'open',
  workspaceId: 'w1',
  fileName: 'most-2026.agency',
  folder: '/home/anna',
  agencyName: 'Агентство «Мост»',
  agencyCity: 'Пермь',
  userName: 'Анна Ракитина',
  userId: null,
  userRole: 'manager',
  baseCurrency: 'RUB',
  today: '2026-11-23',
  isSample: false,
  savedAt: null,
  lastBackupAt: null,
  history: { undo: null, redo: null },
  counts: { clients: 14, briefs: 5, overdueMinor: 0, tasksDue: 0 },
  pinned: [],
};

/** Renders in a language, inside an open file. */
export function renderIn(language: Lang, node: ReactNode): RenderResult & { i18n: I18n } {
  const i18n = createI18n(language, allMessages[language]);
  const result = render(
    <I18nextProvider i18n={i18n}>
      <WorkspaceContext value={workspace}>{node}</WorkspaceContext>
    </I18nextProvider>,
  );
  return { ...result, i18n };
}
