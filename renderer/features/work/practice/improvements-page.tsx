import { useState } from 'react';
import { Link } from 'wouter';
import type { Improvement } from '../../../../shared/contract/tasks-practice.contract';
import { Button } from '../../../components/button';
import { ClientMark } from '../../../components/client-mark';
import { Dialog } from '../../../components/dialog';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-note';
import { LoadingShape } from '../../../components/loading-shape';
import { failureOf, useRead } from '../../../lib/api';
import { type Kit, useKit } from '../kit';
import work from '../work.module.css';
import { AdvanceImprovement } from './advance-improvement';
import { NewImprovement } from './new-improvement';
import styles from './practice.module.css';

const STAGES = ['proposed', 'agreed', 'built', 'checked'] as const;

/** The loop of site improvements: proposed, agreed with the client, built, checked by what it changed. */
export function ImprovementsPage() {
  const { data, error } = useRead('improvements/list', { clientId: null });
  const choices = useRead('tasks/choices', {}).data;
  const kit = useKit(choices);
  const { t } = kit;
  const [isNew, setNew] = useState(false);
  if (error !== null)
    return (
      <div className={work.note}>
        <ErrorNote failure={failureOf(error)} />
      </div>
    );
  if (data === undefined) return <LoadingShape rows={8} />;
  const all = data.improvements;
  const of = (status: Improvement['status']) => all.filter((one) => one.status === status);
  const declined = of('declined').length;
  const kept = of('checked').filter(({ effectPpm }) => (effectPpm.value ?? 0) >= 1_000_000).length;
  return (
    <>
      <div className="head">
        <p className="lede grow">
          <b>{t('improve.lede', { count: all.length - declined })}</b>
          {of('checked').length === 0
            ? ''
            : `, ${t('improve.kept', { count: kept, of: of('checked').length })}`}
          {declined === 0 ? '' : `, ${t('improve.declined', { count: declined })}`}
        </p>
        <Button variant="primary" icon="plus" onClick={() => setNew(true)}>
          {t('improve.add')}
        </Button>
      </div>
      {all.length === 0 ? (
        <EmptyState title={t('improve.emptyTitle')} text={t('improve.emptyText')}>
          <Button onClick={() => setNew(true)}>{t('improve.add')}</Button>
        </EmptyState>
      ) : (
        <div className={styles.loop}>
          {STAGES.map((stage) => (
            <section key={stage} className={styles.stage} aria-labelledby={`stage-${stage}`}>
              <h2 id={`stage-${stage}`}>
                {t(`improve.stage.${stage}`)} <span className="cap">{of(stage).length}</span>
              </h2>
              {of(stage).map((one) => (
                <Card key={one.id} one={one} kit={kit} />
              ))}
            </section>
          ))}
        </div>
      )}
      <Dialog open={isNew} onOpenChange={setNew} title={t('improve.new')}>
        <NewImprovement kit={kit} choices={choices} onDone={() => setNew(false)} />
      </Dialog>
    </>
  );
}

function Card({ one, kit }: { one: Improvement; kit: Kit }) {
  const { t, format } = kit;
  const client = kit.clients.get(one.clientId);
  const value = (text: string | null) =>
    text === null ? '—' : `${format.number(text, { max: 6 })} ${one.measureUnit}`.trim();
  return (
    <article className={styles.card}>
      <div className="row">
        {client === undefined ? null : <ClientMark client={client} />}
        <span className="cap cut">{client?.name}</span>
        <span className="grow" />
        <span className="cap">{t('improve.number', { number: one.number })}</span>
      </div>
      <p className="m">{one.title}</p>
      <p className="sm t2">
        {[
          one.estimateSeconds === null ? '' : format.hoursUnit(one.estimateSeconds, { max: 1 }),
          one.amountMinor === null ? '' : format.moneyWhole(one.amountMinor, one.currency),
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      {one.measure === '' ? null : (
        <p className="sm">
          {one.measure}: {value(one.beforeValue)} → {value(one.expectedValue)}
          {one.measuredValue === null ? null : (
            <b> {t('improve.measured', { value: value(one.measuredValue) })}</b>
          )}
        </p>
      )}
      {one.effectPpm.value === null ? null : (
        <p className={`sm ${one.effectPpm.value >= 1_000_000 ? 'pos' : 'warn'}`}>
          {t('improve.effect', {
            share: format.percent(one.effectPpm.value / 10_000, { max: 0 }),
          })}
        </p>
      )}
      {one.conclusion === '' ? null : <p className="sm t2">{one.conclusion}</p>}
      {one.decidedBy === '' ? null : (
        <p className="cap">
          {t('improve.by', {
            name: one.decidedBy,
            day: one.decidedOn === null ? '' : format.date(one.decidedOn),
          })}
        </p>
      )}
      <div className="row">
        <AdvanceImprovement one={one} kit={kit} />
        {one.taskId === null ? null : (
          <Link href={`/tasks/${one.taskId}`} className="btn quiet">
            {t('improve.task')}
          </Link>
        )}
      </div>
    </article>
  );
}
