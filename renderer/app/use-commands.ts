import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { WorkspaceStatus } from '../../shared/contract/workspace.contract';
import { monthOf } from '../../shared/domain/dates';
import { LANGS } from '../../shared/i18n/formats';
import { call, failureOf } from '../lib/api';
import type { ShortcutId } from '../lib/keys';
import { keyInAddress, lastClosedMonth, type PeriodKey, shiftKey, withPeriod } from '../lib/period';
import { choosePreferences } from '../lib/preferences';
import { requestTimer } from '../lib/timer-request';
import { useToast } from '../lib/toast';
import { useTranslation } from '../lib/translation';
import { useToday } from '../lib/workspace';
import { useHistory } from './use-history';

/** One thing the window can do: the palette lists it, a shortcut or the menu starts it. */
export type Command = {
  id: string;
  label: string;
  /** Other words people look for it by. */
  words: string;
  group: 'do' | 'go' | 'view';
  keys?: ShortcutId;
  /** False for what only a shortcut needs. */
  listed: boolean;
  run: () => void;
};

type Settings = 'agency' | 'people' | 'absences' | 'calendar' | 'taxes' | 'language' | 'backups';
const SETTINGS: readonly Settings[] = [
  'agency',
  'people',
  'absences',
  'calendar',
  'taxes',
  'language',
  'backups',
];

/** Everything that can be done from anywhere. */
export function useCommands(onStatus: (status: WorkspaceStatus) => void): readonly Command[] {
  const { t } = useTranslation('common');
  const [path, navigate] = useLocation();
  const search = useSearch();
  const today = useToday();
  const toast = useToast();
  const { undo, redo } = useHistory();

  return useMemo(() => {
    const key = keyInAddress(search, today);
    const choose = (next: PeriodKey) => navigate(withPeriod(path, search, next));
    const clientId = /^\/clients\/([^/]+)\/[^/]+/.exec(path)?.[1] ?? null;
    const tell = (work: Promise<void>) =>
      void work.catch((error: unknown) => toast({ text: failureOf(error)?.message ?? '' }));

    const command = (
      id: string,
      group: Command['group'],
      run: () => void,
      keys?: ShortcutId,
    ): Command => ({
      id,
      group,
      run,
      listed: true,
      label: t(`command.${id}`),
      words: t(`command.words.${id}`, { defaultValue: '' }),
      ...(keys === undefined ? {} : { keys }),
    });

    const briefId = /^\/briefs\/(?!new$)([^/]+)$/.exec(path)?.[1];
    const briefCommands =
      briefId === undefined
        ? []
        : [
            command('open-in-window', 'do', () =>
              tell(call('briefs/open-window', { id: briefId }).then(() => undefined)),
            ),
          ];

    return [
      command('new-client', 'do', () => navigate('/clients/new')),
      command('new-brief', 'do', () => navigate('/briefs/new')),
      command('new-task', 'do', () => navigate('/tasks/new'), 'new-task'),
      command('new-proposal', 'do', () => navigate('/proposals/new')),
      ...(clientId === null
        ? []
        : [
            command('offer-overservice', 'do', () =>
              tell(
                call('overservice/offer', { clientId, month: null }).then(({ id }) => {
                  navigate(`/proposals/${id}`);
                }),
              ),
            ),
          ]),
      command('new-media-plan', 'do', () => navigate('/media-plans/new')),
      ...briefCommands,
      command('import', 'do', () => navigate('/money/import'), 'import'),
      command('import-media', 'do', () => navigate('/media-plans/import')),
      command('import-tasks', 'do', () => navigate('/tasks/import')),
      command('timer', 'do', requestTimer, 'timer'),
      command('undo', 'do', () => void undo(), 'undo'),
      command('redo', 'do', () => void redo(), 'redo'),
      command('back-up', 'do', () =>
        tell(
          call('workspace/back-up', {}).then((backup) =>
            toast({ text: t('command.backedUp', { file: backup.fileName }) }),
          ),
        ),
      ),
      command('open-file', 'do', () => tell(call('workspace/open', { path: null }).then(onStatus))),
      command('close-file', 'do', () => tell(call('workspace/close', {}).then(onStatus))),
      command('go-monday', 'go', () => navigate('/monday'), 'go-monday'),
      command('go-deadlines', 'go', () => navigate('/deadlines'), 'go-deadlines'),
      command('go-portfolio', 'go', () => navigate('/portfolio'), 'go-portfolio'),
      command('go-clients', 'go', () => navigate('/clients'), 'go-clients'),
      command('go-briefs', 'go', () => navigate('/briefs'), 'go-briefs'),
      command('go-brief-templates', 'go', () => navigate('/briefs/templates')),
      command('go-proposals', 'go', () => navigate('/proposals'), 'go-proposals'),
      command('go-media-plans', 'go', () => navigate('/media-plans'), 'go-media-plans'),
      command('go-tasks', 'go', () => navigate('/tasks/board'), 'go-tasks'),
      command('go-today', 'go', () => navigate('/tasks/today'), 'go-today'),
      command('go-task-list', 'go', () => navigate('/tasks/list')),
      command('go-timeline', 'go', () => navigate('/tasks/timeline')),
      command('go-task-calendar', 'go', () => navigate('/tasks/calendar')),
      command('go-workload', 'go', () => navigate('/tasks/workload')),
      command('go-queue', 'go', () => navigate('/tasks/queue')),
      command('go-contested', 'go', () => navigate('/tasks/contested')),
      command('go-regulations', 'go', () => navigate('/tasks/regulations')),
      command('go-quality', 'go', () => navigate('/tasks/quality')),
      command('go-improvements', 'go', () => navigate('/tasks/improvements')),
      command('go-time', 'go', () => navigate('/time'), 'go-time'),
      command('go-money', 'go', () => navigate('/money'), 'go-money'),
      command('go-reconciliation', 'go', () => navigate('/money/reconciliation')),
      ...SETTINGS.map((area) =>
        command(
          `settings-${area}`,
          'go',
          () => navigate(`/settings/${area}`),
          area === 'agency' ? 'settings' : undefined,
        ),
      ),
      command('help', 'go', () => navigate('/help'), 'help'),
      command('previous-period', 'view', () => choose(shiftKey(key, -1)), 'previous-period'),
      command('next-period', 'view', () => choose(shiftKey(key, 1)), 'next-period'),
      command('last-closed', 'view', () => choose(lastClosedMonth(today))),
      command('current-month', 'view', () => choose(monthOf(today))),
      ...LANGS.map((language) =>
        command(`language-${language}`, 'view', () => tell(choosePreferences({ language }))),
      ),
      ...(['light', 'dark', 'system'] as const).map((theme) =>
        command(`theme-${theme}`, 'view', () => tell(choosePreferences({ theme }))),
      ),
      ...(['compact', 'comfortable'] as const).map((density) =>
        command(`density-${density}`, 'view', () => tell(choosePreferences({ density }))),
      ),
      {
        id: 'back',
        group: 'go',
        label: t('top.back'),
        words: '',
        keys: 'back',
        listed: false,
        run: () => window.history.back(),
      },
    ];
  }, [navigate, onStatus, path, redo, search, t, toast, today, undo]);
}
