import { Button } from '../components/button';
import { Icon } from '../components/icon';
import { useFormat } from '../lib/format';
import { keyWords } from '../lib/keys';
import { usePhrase } from '../lib/phrase';
import { useTranslation } from '../lib/translation';
import { useToday, useWorkspace } from '../lib/workspace';
import { PeriodPicker } from './period-picker';
import type { Route } from './routes';
import { TimerHost } from './timer-host';
import type { Command } from './use-commands';

type Props = {
  route: Route | undefined;
  crumbRef: (element: HTMLElement | null) => void;
  onFind: () => void;
  commands: readonly Command[];
};

/** Back, where we are, the period, the way to everything, undo and redo. */
export function TopBar({ route, crumbRef, onFind, commands }: Props) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const phrase = usePhrase();
  const { history } = useWorkspace();
  const today = useToday();
  const run = (id: string) => commands.find((command) => command.id === id)?.run();

  return (
    <header className="top">
      <Button
        variant="quiet"
        icon="back"
        iconOnly
        aria-label={t('top.back')}
        title={`${t('top.back')} · ${keyWords('back')}`}
        onClick={() => run('back')}
      />
      <h1 className="crumb">
        <span className="crumb-slot" ref={crumbRef} />
        <span className="crumb-default">
          <span className="crumb-title">
            {route === undefined ? '' : t(`nav.${navName(route)}`)}
          </span>
          <span className="cut">
            {format.weekday(today, 'short')}, {format.date(today)}
          </span>
        </span>
      </h1>
      <span className="grow" />
      {route?.hasPeriod === true ? <PeriodPicker /> : null}
      <TimerHost />
      <button type="button" className="ask" onClick={onFind} aria-keyshortcuts="Control+K">
        <Icon name="search" size={14} />
        <span className="grow">{t('top.find')}</span>
        <kbd>{keyWords('palette')}</kbd>
      </button>
      <Button
        variant="quiet"
        icon="undo"
        disabled={history.undo === null}
        title={
          history.undo === null
            ? t('top.nothingToUndo')
            : t('top.undoWhat', { what: phrase(history.undo) })
        }
        onClick={() => run('undo')}
        keys={keyWords('undo')}
      >
        <span className="undo-word">{t('top.undo')}</span>
      </Button>
      <Button
        variant="quiet"
        icon="redo"
        iconOnly
        aria-label={t('top.redo')}
        disabled={history.redo === null}
        title={
          history.redo === null
            ? t('top.nothingToRedo')
            : `${t('top.redoWhat', { what: phrase(history.redo) })} · ${keyWords('redo')}`
        }
        onClick={() => run('redo')}
      />
      <span className="win" />
    </header>
  );
}

function navName(route: Route): string {
  if (route.name === 'client') return 'clients';
  if (route.name === 'brief') return 'briefs';
  if (route.name === 'media-plan') return 'media-plans';
  if (route.name === 'proposal') return 'proposals';
  return route.name;
}
