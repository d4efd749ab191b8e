import { useTranslation } from 'react-i18next';
import type { Brief } from '../../../shared/contract/briefs.contract';
import type { BriefGap } from '../../../shared/domain/brief-templates-gaps';
import styles from './brief-editor.module.css';

type Section = Brief['template']['sections'][number];

type Props = {
  sections: readonly Section[];
  gaps: readonly BriefGap[];
  here: string;
  onGo: (sectionKey: string, fieldKey?: string) => void;
};

/** How much of a section's required answers is there, 0–100; 100 where it requires nothing. */
function filledPercent(section: Section, gaps: readonly BriefGap[]): number {
  const required = section.fields.filter((field) => field.required);
  const open = required.filter((field) => gaps.some((gap) => gap.fieldKey === field.key));
  if (required.length === 0) return 100;
  return Math.round(((required.length - open.length) / required.length) * 100);
}

/** The sections with how full each one is and what it lacks; a click goes there. */
export function Outline({ sections, gaps, here, onGo }: Props) {
  const { t } = useTranslation('brief');
  const first = gaps[0];
  return (
    <nav className={styles.outline} aria-label={t('outline.label')}>
      <h2 className="cap">{t('outline.title')}</h2>
      <ul>
        {sections.map((section) => {
          const own = gaps.filter((gap) => gap.sectionKey === section.key);
          const percent = filledPercent(section, own);
          const state = own.length === 0 ? 'full' : percent === 0 ? 'none' : 'part';
          return (
            <li key={section.key}>
              <button
                type="button"
                className={section.key === here ? `${styles.place} ${styles.here}` : styles.place}
                aria-current={section.key === here ? 'location' : undefined}
                onClick={() => onGo(section.key, own[0]?.fieldKey)}
              >
                <Circle
                  percent={own.length === 0 ? 100 : Math.min(percent, 90)}
                  lacks={own.length > 0}
                />
                <span className="grow">
                  {section.title}
                  <span className={styles.unseen}>, {t(`outline.state.${state}`)}</span>
                  <Lack section={section} gaps={own} />
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {first === undefined ? (
        <p className={`t2 ${styles.verdict}`}>{t('outline.complete')}</p>
      ) : (
        <>
          <h2 className="cap">{t('outline.missing')}</h2>
          <p className="t2">{t('outline.missingText', { count: gaps.length })}</p>
          <p>
            <button
              type="button"
              className={styles.link}
              onClick={() => onGo(first.sectionKey, first.fieldKey)}
            >
              {t('outline.goTo')}
            </button>
          </p>
        </>
      )}
    </nav>
  );
}

function Lack({ section, gaps }: { section: Section; gaps: readonly BriefGap[] }) {
  const { t } = useTranslation('brief');
  const [gap] = gaps;
  if (gap === undefined) return null;
  const label = section.fields.find((item) => item.key === gap.fieldKey)?.label ?? '';
  // Inside a sentence a name begins with a small letter, unless it is an abbreviation.
  const field = /^.\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
  return (
    <span className={styles.lack}>
      {t(`gap.short.${gap.code}`, { field })}
      {gaps.length > 1 ? ` ${t('gap.more', { count: gaps.length - 1 })}` : ''}
    </span>
  );
}

const RADIUS = 5.25;
const AROUND = 2 * Math.PI * (RADIUS / 2);

/** A circle filled like a clock's face. */
function Circle({ percent, lacks }: { percent: number; lacks: boolean }) {
  return (
    <svg
      className={lacks ? `${styles.circle} ${styles.lacking}` : styles.circle}
      width={12}
      height={12}
      viewBox="0 0 12 12"
      aria-hidden="true"
    >
      <circle cx={6} cy={6} r={RADIUS} fill="none" stroke="currentColor" strokeWidth={1.5} />
      <circle
        className={styles.face}
        cx={6}
        cy={6}
        r={RADIUS / 2}
        fill="none"
        strokeWidth={RADIUS}
        strokeDasharray={`${(AROUND * percent) / 100} ${AROUND}`}
        transform="rotate(-90 6 6)"
      />
    </svg>
  );
}
