import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { BriefListItem } from '../../../shared/contract/briefs.contract';
import {
  addTurnaround,
  averageCycleDays,
  BRIEF_STAGES,
  NO_TURNAROUND,
} from '../../../shared/domain/brief-stages';
import { Button } from '../../components/button';
import { ClientMark } from '../../components/client-mark';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { SelectField } from '../../components/fields';
import { LoadingShape } from '../../components/loading-shape';
import { RowMenu } from '../../components/row-menu';
import { SortHead } from '../../components/sort-head';
import { failureOf, useCommand, useRead } from '../../lib/api';
import { useFormat, useLanguage } from '../../lib/format';
import { PageStatus, PageTitle } from '../../lib/page-slots';
import { type Sort, sortRows } from '../../lib/sort';
import { BatchBar } from './batch-bar';
import { BriefStatus } from './brief-status';
import styles from './briefs-page.module.css';
import { NewBrief } from './new-brief';
import { useBriefBatch } from './use-brief-batch';
import { useBriefPdf } from './use-brief-pdf';

type Column = 'number' | 'client' | 'title' | 'kind' | 'status' | 'complete' | 'edited';

const EVERYBODY = '';

function sortValue(brief: BriefListItem, column: Column): string | number {
  switch (column) {
    case 'number':
      return brief.number;
    case 'client':
      return brief.client.name;
    case 'title':
      return brief.title;
    case 'kind':
      return brief.templateTitle;
    case 'status':
      return BRIEF_STAGES.indexOf(brief.stage);
    case 'complete':
      return brief.completePercent;
    case 'edited':
      return brief.editedAt;
  }
}

/** Briefs of all clients: what is agreed, what waits, what lacks answers. */
export function BriefsPage() {
  const { t } = useTranslation('brief');
  const [path, navigate] = useLocation();
  const lang = useLanguage();
  const [clientId, setClientId] = useState(EVERYBODY);
  const [sort, setSort] = useState<Sort<Column>>({ column: 'edited', direction: 'down' });
  const { data, error } = useRead('briefs/list', { clientId: null });
  const archive = useCommand('briefs/archive');
  const batch = useBriefBatch();

  const clients = useMemo(() => {
    const byId = new Map((data?.briefs ?? []).map(({ client }) => [client.id, client.name]));
    return [...byId].sort((a, b) => a[1].localeCompare(b[1], lang));
  }, [data, lang]);
  // The client chosen may have lost the last brief to the archive.
  const wanted = clients.some(([id]) => id === clientId) ? clientId : EVERYBODY;
  const briefs = useMemo(() => {
    const found = (data?.briefs ?? []).filter(
      (brief) => wanted === EVERYBODY || brief.client.id === wanted,
    );
    return sortRows(found, sort, sortValue, lang);
  }, [data, lang, sort, wanted]);

  const columns: readonly [Column, string][] = [
    ['number', t('list.number')],
    ['client', t('list.client')],
    ['title', t('list.brief')],
    ['kind', t('list.kind')],
    ['status', t('list.status')],
    ['complete', t('list.complete')],
    ['edited', t('list.edited')],
  ];

  return (
    <>
      <PageTitle title={t('list.title')} />
      <PageStatus>{t('list.statusBar')}</PageStatus>
      <div className="head">
        <Lede briefs={briefs} />
        {clients.length < 2 ? null : (
          <div className={styles.filter}>
            <SelectField
              label={t('list.client')}
              hideLabel
              value={wanted}
              options={[
                { value: EVERYBODY, label: t('list.allClients') },
                ...clients.map(([id, name]) => ({ value: id, label: name })),
              ]}
              onCommit={setClientId}
            />
          </div>
        )}
        <Link href="/briefs/templates" className="btn">
          {t('templates.link')}
        </Link>
        <NewBrief
          key={path}
          initiallyOpen={path === '/briefs/new'}
          clientId={wanted === EVERYBODY ? null : wanted}
          onOpenChange={(open) => {
            if (!open && path === '/briefs/new') navigate('/briefs', { replace: true });
          }}
        />
      </div>
      <ErrorNote failure={failureOf(error) ?? archive.failure} />
      {data === undefined && error === null ? <LoadingShape rows={8} /> : null}
      {data !== undefined && data.briefs.length === 0 ? (
        <EmptyState title={t('list.none')} text={t('list.noneText')}>
          <Button variant="primary" onClick={() => navigate('/briefs/new')}>
            {t('new.title')}
          </Button>
        </EmptyState>
      ) : null}
      <BatchBar batch={batch} />
      {briefs.length === 0 ? null : (
        <table className={`tb ${styles.table}`} aria-label={t('list.title')}>
          <colgroup>
            <col style={{ width: 44 }} />
            <col style={{ width: 56 }} />
            <col style={{ width: '14%' }} />
            <col />
            <col style={{ width: '15%' }} />
            <col style={{ width: 128 }} />
            <col style={{ width: 132 }} />
            <col style={{ width: 144 }} />
            <col style={{ width: 56 }} />
          </colgroup>
          <thead>
            <tr>
              <th>
                <input
                  type="checkbox"
                  aria-label={t('paper.chooseAll')}
                  checked={briefs.every(({ id }) => batch.ids.has(id))}
                  onChange={(event) =>
                    batch.set(event.target.checked ? briefs.map(({ id }) => id) : [])
                  }
                />
              </th>
              {columns.map(([column, label]) => (
                <SortHead key={column} column={column} label={label} sort={sort} onSort={setSort} />
              ))}
              <th>
                <span className={styles.unseen}>{t('list.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {briefs.map((brief) => (
              <Row
                key={brief.id}
                brief={brief}
                isChosen={batch.ids.has(brief.id)}
                onChoose={(through) => batch.choose(brief.id, through ? briefs : null)}
                onArchive={() => archive.send({ id: brief.id })}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Lede({ briefs }: { briefs: readonly BriefListItem[] }) {
  const { t } = useTranslation('brief');
  const turnaround = briefs.map((brief) => brief.turnaround).reduce(addTurnaround, NO_TURNAROUND);
  const { sentCount, returnedCount } = turnaround;
  const cycle = averageCycleDays(turnaround);
  const inApproval = briefs.filter((brief) => brief.status === 'sent').length;
  const incomplete = briefs.filter((brief) => brief.completePercent < 100).length;
  const parts = [
    inApproval === 0 ? null : t('list.inApproval', { count: inApproval }),
    incomplete === 0 ? null : t('list.incomplete', { count: incomplete }),
    cycle === null ? null : t('list.cycle', { count: cycle }),
    sentCount === 0 ? null : t('list.returned', { count: returnedCount, sent: sentCount }),
  ].filter((part) => part !== null);
  return (
    <p className="lede grow">
      <b>{t('list.lede', { count: briefs.length })}</b>
      {parts.length === 0 ? '' : `: ${parts.join(', ')}`}
    </p>
  );
}

const nothingTyped = () => Promise.resolve();

type RowProps = {
  brief: BriefListItem;
  isChosen: boolean;
  /** With Shift: all from the one chosen before. */
  onChoose: (through: boolean) => void;
  onArchive: () => void;
};

function Row({ brief, isChosen, onChoose, onArchive }: RowProps) {
  const { t } = useTranslation('brief');
  const format = useFormat();
  const [, navigate] = useLocation();
  const pdf = useBriefPdf(brief.id, nothingTyped);
  const href = `/briefs/${brief.id}`;
  return (
    <tr className={styles.row} onClick={() => navigate(href)} data-chosen={isChosen}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keeps a click on the box from opening the row */}
      <td onClick={(event) => event.stopPropagation()}>
        <input
          type="checkbox"
          aria-label={t('paper.choose', { title: brief.title })}
          checked={isChosen}
          onClick={(event) => onChoose(event.shiftKey)}
          onChange={() => undefined}
        />
      </td>
      <td className="t2">{brief.number}</td>
      <td>
        <span className="row">
          <ClientMark client={brief.client} />
          <span className="cut">{brief.client.name}</span>
        </span>
      </td>
      <td>
        <Link href={href} className={`m ${styles.name}`} lang={brief.language}>
          {brief.title}
        </Link>
      </td>
      <td className="t2">{brief.templateTitle}</td>
      <td>
        <BriefStatus stage={brief.stage} />
      </td>
      <td>
        <span className={styles.complete}>
          <span className={styles.progress} aria-hidden="true">
            <span style={{ width: `${brief.completePercent}%` }} />
          </span>
          <span className={brief.completePercent < 100 ? 'warn' : ''}>
            {format.percent(brief.completePercent)}
          </span>
        </span>
      </td>
      <td className="t2 nw">{format.dateTime(brief.editedAt)}</td>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keeps a click on the menu from opening the row */}
      <td onClick={(event) => event.stopPropagation()}>
        <RowMenu
          label={t('list.actionsOf', { title: brief.title })}
          items={[
            { label: t('list.open'), onChoose: () => navigate(href) },
            { label: t('list.savePdf'), onChoose: () => pdf.save() },
            { label: t('list.toArchive'), onChoose: onArchive, danger: true, apart: true },
          ]}
        />
      </td>
    </tr>
  );
}
