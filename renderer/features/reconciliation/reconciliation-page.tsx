import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addMonths, monthOf } from '../../../shared/domain/dates';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { MoneyField, SelectField } from '../../components/fields';
import { LoadingShape } from '../../components/loading-shape';
import { failureOf, useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { PageStatus, PageTitle } from '../../lib/page-slots';
import { useToday } from '../../lib/workspace';
import { BreaksPane } from './breaks-pane';
import { CommissionsPane } from './commissions-pane';
import { DocumentsPane } from './documents-pane';
import styles from './reconciliation.module.css';
import { SidesPane } from './sides-pane';

/** Media of a month on three sides: what platforms counted, what vendors charge, what clients are billed. */
export function ReconciliationPage() {
  const { t } = useTranslation('reconciliation');
  const format = useFormat();
  const today = useToday();
  // The last closed month: its documents are there.
  const [month, setMonth] = useState(addMonths(monthOf(today), -1));
  const [clientId, setClientId] = useState<string | null>(null);
  const span = { clientId, from: month, to: month };
  const { data, error } = useRead('reconciliation/show', span, { keepPrevious: true });
  const clients = useRead('clients/list', { archived: false });
  const tolerance = useCommand('reconciliation/set-tolerance');
  const open = data?.breaks.filter(({ state }) => state === 'open').length ?? 0;
  const done = (data?.breaks.length ?? 0) - open;
  const options = (clients.data?.clients ?? []).map(({ id, name }) => ({ value: id, label: name }));

  return (
    <>
      <PageTitle title={t('title')} caption={t('caption')} />
      <PageStatus>{t('status')}</PageStatus>
      <div className={styles.head}>
        <p className="lede">
          <b className={open === 0 ? 'pos' : 'neg'}>
            {open === 0 ? t('ledeNone') : t('ledeOpen', { count: open })}
          </b>
          {done === 0 ? null : `, ${t('ledeDone', { count: done })}`}
        </p>
        <span className={styles.tolerance}>
          <MoneyField
            label={t('tolerance')}
            currency="RUB"
            suffix=""
            value={data?.toleranceMinor ?? null}
            onCommit={(toleranceMinor) => tolerance.send({ toleranceMinor: toleranceMinor ?? 0 })}
          />
        </span>
        <span className={styles.client}>
          <SelectField
            label={t('client')}
            value={clientId ?? ''}
            options={[{ value: '', label: t('allClients') }, ...options]}
            onCommit={(id) => setClientId(id === '' ? null : id)}
          />
        </span>
        <span className={styles.month}>
          <Button
            icon="back"
            iconOnly
            aria-label={t('earlier')}
            onClick={() => setMonth(addMonths(month, -1))}
          />
          <b className="m">{format.month(month)}</b>
          <Button
            icon="forward"
            iconOnly
            aria-label={t('later')}
            onClick={() => setMonth(addMonths(month, 1))}
          />
        </span>
      </div>
      <ErrorNote failure={error === null ? tolerance.failure : failureOf(error)} />
      {data === undefined ? (
        error === null && <LoadingShape rows={8} />
      ) : (
        <div className={styles.panes}>
          <BreaksPane data={data} />
          <SidesPane data={data} />
          <CommissionsPane data={data} />
          <DocumentsPane
            span={span}
            clients={options}
            channels={[...new Set(data.rows.map(({ channel }) => channel))]}
          />
        </div>
      )}
    </>
  );
}
