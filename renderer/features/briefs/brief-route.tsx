import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brief } from '../../../shared/contract/briefs.contract';
import { BRIEF_STAGES, stagesReached } from '../../../shared/domain/brief-stages';
import { Icon } from '../../components/icon';
import { useFormat } from '../../lib/format';
import styles from './brief-route.module.css';

/** The way from draft to acceptance: what is behind, with its day and who, and what is ahead. */
export function BriefRoute({ brief }: { brief: Brief }) {
  const { t } = useTranslation('brief');
  const format = useFormat();
  const reached = useMemo(() => stagesReached(brief.steps), [brief.steps]);
  const here = BRIEF_STAGES.indexOf(brief.stage);
  return (
    <ol className={styles.route} aria-label={t('stage.label')}>
      {BRIEF_STAGES.map((stage, index) => {
        const move = reached.get(stage);
        const who = move === undefined ? '' : move.clientName || (move.personName ?? '');
        const state = index < here ? styles.past : index === here ? styles.here : styles.ahead;
        return (
          <li
            key={stage}
            className={`${styles.stage} ${state}`}
            aria-current={index === here ? 'step' : undefined}
          >
            <span className={styles.name}>
              {index < here || brief.stage === 'accepted' ? <Icon name="check" size={12} /> : null}
              {t(`stage.${stage}`)}
            </span>
            <span className={styles.when} title={[who, move?.evidence].filter(Boolean).join('. ')}>
              {stage === 'draft' ? format.date(brief.briefOn) : null}
              {move === undefined
                ? null
                : [format.date(move.madeOn), who].filter(Boolean).join(', ')}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
