import type { Reminder } from '../../../shared/contract/deadlines.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { CheckField, NumberField, SelectField } from '../../components/fields';
import { Popover } from '../../components/popover';
import { useFormat } from '../../lib/format';
import { usePhrase } from '../../lib/phrase';
import { useTranslation } from '../../lib/translation';
import styles from './deadlines.module.css';
import { clockText, HALF_HOURS } from './minutes';
import type { Reminders } from './use-reminders';

const MOST_LEAD = 30;
const NEVER = 'never';

/** How reminders come, those that wait, and the file for calendars. */
export function RemindersPanel({ reminders }: { readonly reminders: Reminders }) {
  const { t } = useTranslation('deadlines');
  const { data } = reminders;
  const waiting = (data?.reminders ?? []).filter(({ isShown }) => !isShown);
  return (
    <Popover label={t('remind.title')} align="end" trigger={<Button>{t('remind.button')}</Button>}>
      {data === undefined ? null : (
        <div className={styles.panel}>
          {waiting.length === 0 ? null : (
            <section>
              <h2>{t('remind.title')}</h2>
              <ul className={styles.waiting}>
                {waiting.map((reminder) => (
                  <WaitingLine key={keyOf(reminder)} reminder={reminder} reminders={reminders} />
                ))}
              </ul>
            </section>
          )}
          <Settings settings={data.settings} onSet={reminders.set} />
          <section>
            <h2>{t('feed.title')}</h2>
            <p className="t2 sm">{t('feed.text')}</p>
            {data.feedPath === null ? null : (
              <p className={`sm ${styles.path}`}>{t('feed.path', { path: data.feedPath })}</p>
            )}
            <div className="row">
              <Button onClick={reminders.keepFeed}>{t('feed.keep')}</Button>
              {data.feedPath === null ? null : (
                <Button variant="quiet" onClick={reminders.stopFeed}>
                  {t('feed.stop')}
                </Button>
              )}
            </div>
          </section>
          <ErrorNote failure={reminders.failure} />
        </div>
      )}
    </Popover>
  );
}

type SettingsDto = NonNullable<Reminders['data']>['settings'];

function Settings({
  settings,
  onSet,
}: {
  readonly settings: SettingsDto;
  readonly onSet: (settings: SettingsDto) => void;
}) {
  const { t } = useTranslation('deadlines');
  const times = HALF_HOURS.map((each) => ({ value: String(each), label: clockText(each) }));
  return (
    <section>
      <h2>{t('remind.settings')}</h2>
      <CheckField
        label={t('remind.isOn')}
        checked={settings.isOn}
        onChange={(isOn) => onSet({ ...settings, isOn })}
      />
      <div className={styles.pair}>
        <NumberField
          label={t('remind.lead')}
          value={settings.leadDays}
          min={0}
          max={MOST_LEAD}
          onCommit={(leadDays) => onSet({ ...settings, leadDays: leadDays ?? 0 })}
        />
        <SelectField
          label={t('remind.digest')}
          value={settings.digestMinute === null ? NEVER : String(settings.digestMinute)}
          options={[{ value: NEVER, label: t('remind.noDigest') }, ...times]}
          onCommit={(value) =>
            onSet({ ...settings, digestMinute: value === NEVER ? null : Number(value) })
          }
        />
        <SelectField
          label={t('remind.quietFrom')}
          value={String(settings.quietFromMinute)}
          options={times}
          onCommit={(value) => onSet({ ...settings, quietFromMinute: Number(value) })}
        />
        <SelectField
          label={t('remind.quietTo')}
          value={String(settings.quietToMinute)}
          options={times}
          onCommit={(value) => onSet({ ...settings, quietToMinute: Number(value) })}
        />
      </div>
    </section>
  );
}

const keyOf = ({ itemKey, onDate, kind }: Reminder) => `${kind} ${itemKey} ${onDate}`;

function WaitingLine({
  reminder,
  reminders,
}: {
  readonly reminder: Reminder;
  readonly reminders: Reminders;
}) {
  const { t } = useTranslation('deadlines');
  const format = useFormat();
  const phrase = usePhrase();
  const { itemKey, onDate, kind, item, remindAt } = reminder;
  const title = phrase(item.title);
  return (
    <li>
      <span className="grow">
        <span className="m">{title}</span>{' '}
        <span className="t3 sm">{t('remind.waiting', { when: format.dateTime(remindAt) })}</span>
      </span>
      <Button
        variant="quiet"
        aria-label={t('remind.cancelLabel', { title })}
        onClick={() => reminders.dismiss({ itemKey, onDate, kind })}
      >
        {t('remind.cancel')}
      </Button>
    </li>
  );
}

/** Reminders whose time has come, until they are seen. */
export function ShownReminders({ reminders }: { readonly reminders: Reminders }) {
  const { t } = useTranslation('deadlines');
  const format = useFormat();
  const phrase = usePhrase();
  const shown = (reminders.data?.reminders ?? []).filter(({ isShown }) => isShown);
  if (shown.length === 0) return null;
  return (
    <section className={styles.shown} aria-label={t('remind.title')}>
      <h2>{t('remind.now', { count: shown.length })}</h2>
      <ul>
        {shown.map((reminder) => {
          const { itemKey, onDate, kind, item } = reminder;
          const title = phrase(item.title);
          return (
            <li key={keyOf(reminder)}>
              <span className="m">{title}</span>{' '}
              <span className="t2">
                {[item.client?.name, format.date(item.on)].filter(Boolean).join(', ')}
              </span>
              <Button
                variant="quiet"
                className={styles.action}
                aria-label={t('remind.dismissLabel', { title })}
                onClick={() => reminders.dismiss({ itemKey, onDate, kind })}
              >
                {t('remind.dismiss')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
