import { useTranslation } from 'react-i18next';
import { Pane } from '../../components/pane';
import { keyWords, SHORTCUT_IDS, SHORTCUTS, type ShortcutGroup } from '../../lib/keys';
import { PageTitle } from '../../lib/page-slots';
import styles from './help-page.module.css';

const GROUPS: readonly ShortcutGroup[] = ['everywhere', 'go'];
/** Keys that live where they are used rather than in the whole window. */
const LOCAL = [
  { id: 'explain', keys: 'E' },
  { id: 'commit', keys: 'Enter' },
  { id: 'revert', keys: 'Esc' },
  { id: 'segments', keys: '← →' },
  { id: 'walk', keys: 'J K' },
  { id: 'move-to', keys: 'M' },
  { id: 'mark', keys: 'X' },
] as const;
const ANSWERS = [
  'start',
  'figures',
  'hours',
  'bank',
  'brief',
  'plan',
  'tasks',
  'undo',
  'backup',
  'places',
] as const;

/** Every key of the window, and how the main things are done. */
export function HelpPage() {
  const { t } = useTranslation('settings');
  return (
    <>
      <PageTitle title={t('common:nav.help')} />
      <div className="head">
        <p className="lede">{t('help.lede')}</p>
      </div>
      <div className={styles.sheet}>
        <Pane title={t('help.keys')}>
          {GROUPS.map((group) => (
            <section key={group} className={styles.group}>
              <h3>{t(`help.group.${group}`)}</h3>
              <dl>
                {SHORTCUT_IDS.filter((id) => SHORTCUTS[id].group === group).map((id) => (
                  <div key={id} className={styles.line}>
                    <dt>{t(`help.shortcut.${id}`)}</dt>
                    <dd>
                      <kbd>{keyWords(id)}</kbd>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
          <section className={styles.group}>
            <h3>{t('help.group.local')}</h3>
            <dl>
              {LOCAL.map((line) => (
                <div key={line.id} className={styles.line}>
                  <dt>{t(`help.shortcut.${line.id}`)}</dt>
                  <dd>
                    <kbd>{line.keys}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        </Pane>
        <Pane title={t('help.how')} line="left">
          <dl className={styles.answers}>
            {ANSWERS.map((answer) => (
              <div key={answer}>
                <dt>{t(`help.answer.${answer}.question`)}</dt>
                <dd>{t(`help.answer.${answer}.text`)}</dd>
              </div>
            ))}
          </dl>
        </Pane>
      </div>
    </>
  );
}
