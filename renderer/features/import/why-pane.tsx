import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview, PreviewRow } from '../../../shared/contract/imports.contract';
import { Button } from '../../components/button';
import { Pane } from '../../components/pane';
import { Popover } from '../../components/popover';
import { useFormat } from '../../lib/format';
import { usePhrase } from '../../lib/phrase';
import { ChoosePair } from './choose-pair';
import styles from './import.module.css';
import { groupOf, type RowChoice } from './import-model';
import { usePairText } from './pair-words';
import type { ClientFace } from './preview-sheet';
import { useRowWords } from './row-words';
import type { ImportFlow } from './use-import';

type Props = {
  readonly flow: ImportFlow;
  readonly preview: ImportPreview;
  readonly clients: readonly ClientFace[];
};

/** Why the selected row goes where it goes, point by point, and the word of a person on it. */
export function WhyPane({ flow, preview, clients }: Props) {
  const { t } = useTranslation('import');
  const pairText = usePairText();
  const row = flow.selected;
  if (row === null) {
    return (
      <Pane title={t('why.empty')} className={styles.why}>
        {null}
      </Pane>
    );
  }
  const { match } = row;
  const client = clients.find((one) => one.id === match?.clientId);
  const isPaired = match !== null && row.state !== 'unchanged' && row.state !== 'undecided';
  const caption =
    isPaired && client !== undefined ? `→ ${client.name}, ${pairText(row)}` : row.counterparty;
  return (
    <Pane
      className={styles.why}
      title={isPaired ? t('why.title', { confidence: match.confidence }) : titleOf(row, t)}
      caption={caption}
      actions={<RowActions flow={flow} preview={preview} row={row} clients={clients} />}
    >
      {isPaired ? (
        <ReasonTable row={row} clientName={client?.name ?? ''} />
      ) : (
        <PlainWords row={row} />
      )}
    </Pane>
  );
}

function titleOf(row: PreviewRow, t: (key: string) => string): string {
  if (row.state === 'undecided') return t('undecided.question');
  if (row.state === 'new' && row.direction === 'in') return t('why.titleNone');
  return t(`state.${row.state}`);
}

function ReasonTable({ row, clientName }: { row: PreviewRow; clientName: string }) {
  const { t } = useTranslation('import');
  const words = useRowWords();
  const format = useFormat();
  if (row.match === null) return null;
  return (
    <table className={`tb flat ${styles.reasons}`}>
      <colgroup>
        <col className={styles.colWhat} />
        <col />
        <col className={styles.colPoints} />
      </colgroup>
      <tbody>
        {row.match.reasons.map((reason) => {
          const { what, how } = words.reason(reason, row, clientName);
          const isPurpose = what === t('why.purpose');
          const text = isPurpose && row.purpose !== '' ? `«${row.purpose}»: ${how}` : how;
          return (
            <tr key={reason.code}>
              <td className="cut">{what}</td>
              <td className="t2 cut" title={text}>
                {text}
              </td>
              <td className={reason.points === 0 ? 'n t3' : 'n m'}>
                {reason.points > 0 ? '+' : ''}
                {format.number(String(reason.points))}
              </td>
            </tr>
          );
        })}
        <tr className="sum">
          <td>{t('why.confidence')}</td>
          <td>
            <span className={styles.rule}>{t('why.rule')}</span>
          </td>
          <td className="n">{row.match.confidence}</td>
        </tr>
      </tbody>
    </table>
  );
}

function PlainWords({ row }: { row: PreviewRow }) {
  const { t } = useTranslation('import');
  const phrase = usePhrase();
  const words = useRowWords();
  const text =
    row.state === 'refused'
      ? words.problem(row)
      : row.state === 'undecided'
        ? words.problem(row)
        : row.note !== null
          ? phrase(row.note)
          : t(row.direction === 'out' ? 'why.expense' : 'why.noMatch');
  return (
    <div className={styles.plain}>
      <p>{text}</p>
      {row.state === 'undecided' ? <p>{t('why.undecided')}</p> : null}
      {row.purpose === '' ? null : (
        <p className="t2">
          {t('why.purpose')}: {row.purpose}
        </p>
      )}
    </div>
  );
}

function RowActions({ flow, preview, row, clients }: Props & { row: PreviewRow }) {
  const { t } = useTranslation('import');
  const [isChoosing, setChoosing] = useState(false);
  const choice = flow.choices.get(row.row);
  const decide = (next: RowChoice | null) => flow.decide(row.row, next);
  if (row.state === 'unchanged' || row.state === 'not-booked') return null;
  if (row.state === 'refused') {
    if (row.suggestedMinor === null) return null;
    const suggested = row.suggestedMinor;
    return choice === undefined ? (
      <Button onClick={() => decide({ amountMinor: suggested })} keys={t('key.space')}>
        {t('action.fix')}
      </Button>
    ) : (
      <Button onClick={() => decide(null)}>{t('action.unfix')}</Button>
    );
  }
  if (choice?.skip === true) {
    return <Button onClick={() => decide(null)}>{t('action.take')}</Button>;
  }
  if (row.state === 'undecided') {
    return (
      <>
        {row.sides.map(({ direction, account }) => (
          <Button
            key={`${direction}${account}`}
            title={account}
            aria-pressed={choice?.direction === direction && choice.account === account}
            onClick={() => decide({ direction, account })}
          >
            {t(direction === 'in' ? 'action.income' : 'action.expense')}
          </Button>
        ))}
        <Button variant="quiet" onClick={() => decide({ skip: true })}>
          {t('action.leave')}
        </Button>
      </>
    );
  }
  const isAsked = groupOf(row) === 'ask' && row.match !== null && choice === undefined;
  return (
    <>
      {isAsked ? (
        <Button onClick={flow.accept} keys={t('key.space')}>
          {t('action.accept')}
        </Button>
      ) : null}
      {row.direction === 'in' ? (
        <Popover
          label={t('choose.title')}
          open={isChoosing}
          onOpenChange={setChoosing}
          align="end"
          side="top"
          trigger={<Button variant="quiet">{t('action.choose')}</Button>}
        >
          <ChoosePair
            key={row.row}
            preview={preview}
            row={row}
            choices={flow.choices}
            clients={clients}
            onChoose={(next) => {
              decide(next);
              setChoosing(false);
            }}
          />
        </Popover>
      ) : null}
      {choice === undefined && row.direction === 'out' ? (
        <Button variant="quiet" onClick={() => decide({ skip: true })}>
          {t('action.leave')}
        </Button>
      ) : null}
      {choice === undefined ? null : (
        <Button variant="quiet" onClick={() => decide(null)}>
          {t('action.back')}
        </Button>
      )}
    </>
  );
}
