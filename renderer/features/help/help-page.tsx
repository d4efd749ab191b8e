import { useTranslation } from 'react-i18next';
import { Pane } from '../../components/pane';
import { keyNames, keyWords, SHORTCUT_IDS, SHORTCUTS, type ShortcutGroup } from '../../lib/keys';
import { PageTitle } from '../../lib/page-slots';
import { KEYS_IN_PLACE, QUESTIONS } from './help-contents';
import styles from './help-page.module.css';

const GROUPS: readonly ShortcutGroup[] = ['everywhere', 'go'];

type Key = { id: string; keys: string };

const placeOf = (area: string): string => `help-${area}`;

/** An address would lead away from the page: its part is shown and given the focus instead. */
function goTo(area: string): void {
  const head = document.getElementById(placeOf(area));
  head?.scrollIntoView({ block: 'start' });
  head?.focus({ preventScroll: true });
}

/** Every key of the window, and how the main things are done. */
export function HelpPage() {
  const { t } = useTranslation('settings');
  const written = (keys: readonly string[]) =>
    keyNames(keys.map((key) => (key === 'space' ? t('help.space') : key)));
  return (
    <>
      <PageTitle title={t('common:nav.help')} />
      <div className="head">
        <p className="lede">{t('help.lede')}</p>
      </div>
      <div className={styles.sheet}>
        <Pane title={t('help.keys')}>
          {GROUPS.map((group) => (
            <KeyList
              key={group}
              group={group}
              lines={SHORTCUT_IDS.filter((id) => SHORTCUTS[id].group === group).map((id) => ({
                id,
                keys: keyWords(id),
              }))}
            />
          ))}
          {KEYS_IN_PLACE.map(({ group, lines }) => (
            <KeyList
              key={group}
              group={group}
              lines={lines.map(({ id, keys }) => ({ id, keys: written(keys) }))}
            />
          ))}
        </Pane>
        <Pane title={t('help.how')} line="left">
          <nav className={styles.contents} aria-label={t('help.how')}>
            {QUESTIONS.map(({ area }) => (
              <button key={area} type="button" className="acc" onClick={() => goTo(area)}>
                {t(`help.area.${area}`)}
              </button>
            ))}
          </nav>
          {QUESTIONS.map(({ area, answers }) => (
            <section key={area} className={styles.area}>
              <h3 id={placeOf(area)} tabIndex={-1}>
                {t(`help.area.${area}`)}
              </h3>
              <dl className={styles.answers}>
                {answers.map((answer) => (
                  <div key={answer}>
                    <dt>{t(`help.answer.${answer}.question`)}</dt>
                    <dd>{t(`help.answer.${answer}.text`)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </Pane>
      </div>
    </>
  );
}

function KeyList({ group, lines }: { group: string; lines: readonly Key[] }) {
  const { t } = useTranslation('settings');
  return (
    <section className={styles.group}>
      <h3>{t(`help.group.${group}`)}</h3>
      <dl>
        {lines.map(({ id, keys }) => (
          <div key={id} className={styles.line}>
            <dt>{t(`help.shortcut.${id}`)}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
