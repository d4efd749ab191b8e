import { useTranslation } from 'react-i18next';
import type { Brief } from '../../../shared/contract/briefs.contract';
import { ErrorNote } from '../../components/error-note';
import { CheckField } from '../../components/fields';
import { useCommand } from '../../lib/api';
import { useFormat } from '../../lib/format';
import styles from './brief-criteria.module.css';

/** The criteria of an agreed brief, ticked one by one. */
export function BriefCriteria({ brief }: { brief: Brief }) {
  const { t } = useTranslation('brief');
  const format = useFormat();
  const { send, failure } = useCommand('briefs/tick');
  if (brief.status !== 'approved' || brief.criteria.length === 0) return null;
  const met = brief.criteria.filter(({ metOn }) => metOn !== null).length;
  return (
    <div className={styles.criteria}>
      <h3>{t('criteria.title', { met, total: brief.criteria.length })}</h3>
      <ul>
        {brief.criteria.map(({ metric, threshold, metOn, personName }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two criteria may have the same words
          <li key={index}>
            <CheckField
              label={[metric, threshold].filter(Boolean).join(': ')}
              checked={metOn !== null}
              onChange={(next) => send({ id: brief.id, metric, threshold, met: next })}
            />
            {metOn === null ? null : (
              <span className="cap">
                {[format.date(metOn), personName].filter(Boolean).join(', ')}
              </span>
            )}
          </li>
        ))}
      </ul>
      <ErrorNote failure={failure} />
    </div>
  );
}
