import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ClientOverview } from '../../../shared/contract/clients.contract';
import {
  addTurnaround,
  averageCycleDays,
  NO_TURNAROUND,
  reworkPpm,
} from '../../../shared/domain/brief-stages';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { LoadingShape } from '../../components/loading-shape';
import { failureOf, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import styles from './client.module.css';

/** The client's briefs; each opens in its editor. */
export function BriefsTab({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('client');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const { data, error } = useRead('briefs/list', { clientId: client.id });
  if (error !== null) return <ErrorNote failure={failureOf(error)} />;
  if (data === undefined) return <LoadingShape />;
  if (data.briefs.length === 0) {
    return (
      <EmptyState title={t('briefs.emptyTitle')} text={t('briefs.emptyText')}>
        <Link href="/briefs" className="btn pri">
          {t('briefs.toBriefs')}
        </Link>
      </EmptyState>
    );
  }
  const sum = data.briefs.map(({ turnaround }) => turnaround).reduce(addTurnaround, NO_TURNAROUND);
  const days = averageCycleDays(sum);
  const rework = reworkPpm(sum);
  return (
    <>
      <p className={styles.tasksHead}>
        {days === null ? t('briefs.noCycle') : t('briefs.cycle', { count: days })}
        {rework === null
          ? null
          : `; ${t('briefs.rework', { share: format.ratePpm(rework), returned: sum.returnedCount, sent: sum.sentCount })}`}
      </p>
      <table className={`tb ${styles.tabTable}`} aria-label={t('tab.briefs')}>
        <colgroup>
          <col style={{ width: 72 }} />
          <col />
          <col style={{ width: 220 }} />
          <col style={{ width: 130 }} />
          <col style={{ width: 120 }} />
          <col style={{ width: 130 }} />
        </colgroup>
        <thead>
          <tr>
            <th className="n">{t('briefs.number')}</th>
            <th>{t('briefs.title')}</th>
            <th>{t('briefs.template')}</th>
            <th>{t('briefs.status')}</th>
            <th className="n">{t('briefs.complete')}</th>
            <th>{t('briefs.on')}</th>
          </tr>
        </thead>
        <tbody>
          {data.briefs.map((brief) => (
            <tr key={brief.id}>
              <td className="n t2">{brief.number}</td>
              <td>
                <Link href={`/briefs/${brief.id}`} className={styles.link}>
                  {brief.title}
                </Link>
              </td>
              <td className="t2">{brief.templateTitle}</td>
              <td>{common(`brief.stage.${brief.stage}`)}</td>
              <td className="n">{format.percent(brief.completePercent)}</td>
              <td>{format.date(brief.briefOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
