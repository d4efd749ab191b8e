import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type {
  Reconciliation,
  ReconciliationBreak,
} from '../../../shared/contract/reconciliation.contract';
import { Button } from '../../components/button';
import { ClientMark } from '../../components/client-mark';
import { ErrorNote } from '../../components/error-note';
import { TextField } from '../../components/fields';
import { Pane } from '../../components/pane';
import { Popover } from '../../components/popover';
import { Segmented } from '../../components/segmented';
import { Tag } from '../../components/tag';
import { useCommand } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { BillLine } from './bill-line';
import styles from './reconciliation.module.css';
import { submitOf } from './submit-of';

const STATE_TONE = { open: 'neg', explained: 'warn', settled: 'pos' } as const;

/** What does not agree, to be worked through one by one. */
export function BreaksPane({ data }: { readonly data: Reconciliation }) {
  const { t } = useTranslation('reconciliation');
  const [shown, setShown] = useState<'open' | 'all'>('all');
  const reopen = useCommand('reconciliation/reopen');
  const breaks = data.breaks
    .filter(({ state }) => shown === 'all' || state === 'open')
    .toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open'));
  return (
    <Pane
      title={t('breaks')}
      line="top"
      actions={
        <Segmented
          label={t('show')}
          value={shown}
          segments={[
            { value: 'open', label: t('showOpen') },
            { value: 'all', label: t('showAll') },
          ]}
          onChange={setShown}
        />
      }
    >
      <ErrorNote failure={reopen.failure} />
      {breaks.length === 0 ? (
        <p className={styles.none}>{t('ledeNone')}</p>
      ) : (
        <div className={styles.wrap}>
          <table className={`tb flat ${styles.wide}`} aria-label={t('breaks')}>
            <colgroup>
              <col style={{ width: 190 }} />
              <col style={{ width: 150 }} />
              <col style={{ width: 190 }} />
              <col style={{ width: 120 }} />
              <col style={{ width: 120 }} />
              <col />
              <col style={{ width: 236 }} />
            </colgroup>
            <thead>
              <tr>
                <th>{t('client')}</th>
                <th>{t('channel')}</th>
                <th>{t('what')}</th>
                <th className="n">{t('amount')}</th>
                <th>{t('state')}</th>
                <th>{t('note')}</th>
                <th>
                  <span className="unseen">{t('act')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {breaks.map((each) => (
                <BreakRow
                  key={[each.clientId, each.month, each.channel, each.kind].join(' ')}
                  each={each}
                  onReopen={() => reopen.send(placeOf(each))}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Pane>
  );
}

function placeOf({ clientId, month, channel, kind }: ReconciliationBreak) {
  return { clientId, month, channel, kind };
}

/** Where the vendor charges more than the client was billed, a line of an invoice may be meant for it. */
function canBill({ kind, minor, state }: ReconciliationBreak): boolean {
  const isShort = kind === 'not-billed' || kind === 'vendor-billed';
  return isShort && state === 'open' && (minor ?? 0) > 0;
}

function BreakRow({
  each,
  onReopen,
}: {
  readonly each: ReconciliationBreak;
  readonly onReopen: () => void;
}) {
  const { t } = useTranslation('reconciliation');
  const format = useFormat();
  const [isDeciding, setDeciding] = useState(false);
  const channel = each.channel === '' ? t('wholeMonth') : each.channel;
  return (
    <tr className={styles.row}>
      <td>
        <span className="row">
          <ClientMark client={{ mark: each.clientMark, hue: each.clientHue }} />
          <Link href={`/clients/${each.clientId}/media`} className="cut m">
            {each.clientName}
          </Link>
        </span>
      </td>
      <td title={channel}>{channel}</td>
      <td title={t(`kindTip.${each.kind}`)}>{t(`kind.${each.kind}`)}</td>
      <td className="n">
        {each.minor === null || each.currency === null ? (
          <span className="dash">—</span>
        ) : (
          format.money(each.minor, each.currency, { plus: true })
        )}
      </td>
      <td>
        <Tag tone={STATE_TONE[each.state]}>{t(`stateOf.${each.state}`)}</Tag>
      </td>
      <td className={styles.noteCell}>
        {each.isChanged ? <span className="warn">{t('changed')}. </span> : null}
        {each.note}
        {each.decidedOn === null ? null : (
          <span className="t3"> {t('decided', { by: each.decidedBy, on: each.decidedOn })}</span>
        )}
      </td>
      <td className="n">
        <span className={styles.actions}>
          {canBill(each) ? <BillLine at={each} /> : null}
          {each.decidedOn === null || each.isChanged ? null : (
            <Button variant="quiet" className={styles.small} onClick={onReopen}>
              {t('reopen')}
            </Button>
          )}
          {each.state === 'open' ? (
            <Popover
              label={t('decideOne', { channel, kind: t(`kind.${each.kind}`) })}
              align="end"
              open={isDeciding}
              onOpenChange={setDeciding}
              trigger={
                <Button
                  className={styles.small}
                  aria-label={t('decideOne', { channel, kind: t(`kind.${each.kind}`) })}
                >
                  {t('decide')}
                </Button>
              }
            >
              <DecideForm each={each} onDone={() => setDeciding(false)} />
            </Popover>
          ) : null}
        </span>
      </td>
    </tr>
  );
}

function DecideForm({
  each,
  onDone,
}: {
  readonly each: ReconciliationBreak;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('reconciliation');
  const decide = useCommand('reconciliation/decide');
  const [note, setNote] = useState<string | null>(each.note === '' ? null : each.note);
  const [state, setState] = useState<'explained' | 'settled'>('explained');
  const [isLacking, setLacking] = useState(false);

  async function submit() {
    if (note === null || note === '') {
      setLacking(true);
      return;
    }
    const done = await decide
      .run({ ...placeOf(each), amountMinor: each.minor, state, note })
      .catch(() => null);
    if (done !== null) onDone();
  }

  return (
    <form className={styles.form} noValidate onSubmit={submitOf(submit)}>
      <Segmented
        label={t('state')}
        value={state}
        segments={[
          { value: 'explained', label: t('explain') },
          { value: 'settled', label: t('settle') },
        ]}
        onChange={setState}
      />
      <TextField label={t('noteLabel')} value={note} autoFocus onCommit={setNote} />
      {isLacking ? <p className="msg neg">{t('noteMissing')}</p> : null}
      <ErrorNote failure={decide.failure} />
      <Button variant="primary" type="submit" disabled={decide.isRunning}>
        {t(state === 'explained' ? 'explain' : 'settle')}
      </Button>
    </form>
  );
}
