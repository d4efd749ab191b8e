import { useTranslation } from 'react-i18next';
import type { Proposal, ProposalLineFields } from '../../../shared/contract/proposals.contract';
import { parseDecimal } from '../../../shared/i18n/parse-input';
import { Button } from '../../components/button';
import { TypedField } from '../../components/field';
import {
  CheckField,
  HoursField,
  MoneyField,
  PercentField,
  SelectField,
  TextField,
} from '../../components/fields';
import { Figure } from '../../components/figure';
import { Menu } from '../../components/menu';
import { Tag } from '../../components/tag';
import { useFormat } from '../../lib/format';
import { EstimateCell } from './estimate-cell';
import { marginTone } from './margin-tone';
import styles from './proposals.module.css';

export type Line = Proposal['lines'][number];

type Props = {
  proposal: Proposal;
  line: Line;
  row: number;
  isLocked: boolean;
  showInternal: boolean;
  roles: readonly string[];
  /** No amount of the estimate has kopecks: none is shown with them. */
  whole: boolean;
  onAmend: (patch: Partial<ProposalLineFields>) => void;
  onRemove: () => void;
  onMove: (by: -1 | 1) => void;
  /** Asks into which package it goes. */
  onPackage: () => void;
};

/** Which field of a line the price column edits. */
function priceField(line: Line): 'unitPriceMinor' | 'unitCostMinor' | null {
  if (line.kind === 'commission') return null;
  return line.kind === 'production' ? 'unitCostMinor' : 'unitPriceMinor';
}

/** Whether the client takes an option: the one thing of a line that is ticked, before its name. */
function TakeCheck({ line, onAmend }: Pick<Props, 'line' | 'onAmend'>) {
  const { t } = useTranslation('proposals');
  return (
    <CheckField
      label={<span className="unseen">{t('line.take', { title: line.title })}</span>}
      checked={line.chosen}
      onChange={(chosen) => onAmend({ chosen })}
    />
  );
}

/** One line of the estimate: what the client sees, and right of the dashed line what it costs and earns. */
export function EstimateRow(props: Props) {
  const { proposal, line, row, isLocked, showInternal, whole, onAmend } = props;
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const amount = (minor: number) => format.amount(minor, proposal.currency, { whole });
  const { amounts } = line;
  const place = { row, isLocked };
  const dash = <span className="dash">—</span>;
  return (
    <tr className={line.chosen ? '' : styles.left}>
      <EstimateCell
        {...place}
        column={0}
        label={t('column.title')}
        className={styles.title ?? ''}
        before={
          line.isOption && line.package === '' && !isLocked ? (
            <TakeCheck line={line} onAmend={onAmend} />
          ) : null
        }
        view={
          <span className="row">
            <span
              className="cut"
              title={line.note === '' ? line.title : `${line.title}. ${line.note}`}
            >
              {line.title === '' ? t('line.untitled') : line.title}
            </span>
            {line.package === '' ? null : <Tag tone="line">{line.package}</Tag>}
          </span>
        }
      >
        {(close) => (
          <TextField
            label={t('column.title')}
            hideLabel
            autoFocus
            value={line.title}
            onCommit={(title) => onAmend({ title: title ?? '' })}
            onEscape={close}
          />
        )}
      </EstimateCell>
      <WhoCell {...props} />
      <EstimateCell
        {...place}
        column={2}
        numeric
        label={t('column.quantity')}
        view={line.kind === 'commission' ? dash : format.number(Number(line.quantity), { max: 3 })}
      >
        {(close) => (
          <TypedField
            label={t('column.quantity')}
            hideLabel
            autoFocus
            align="right"
            inputMode="decimal"
            value={line.quantity}
            show={(text) => format.number(Number(text), { max: 3 })}
            parse={(text) => {
              const decimal = parseDecimal(format.lang, text);
              const isFine = decimal !== null && /^\d{1,9}(\.\d{1,3})?$/.test(decimal);
              return isFine
                ? { value: decimal }
                : { problem: t('line.quantityRule', { given: text }) };
            }}
            onCommit={(quantity) => onAmend({ quantity: quantity ?? '0' })}
            onEscape={close}
          />
        )}
      </EstimateCell>
      <td className="t3">{line.kind === 'work' ? t('unit.hour') : line.unit}</td>
      <PriceCell {...props} />
      <td className="n m">{amount(amounts.amountMinor)}</td>
      {showInternal ? (
        <>
          <td className={`n t2 ${styles.inside} ${styles.border}`}>
            {amounts.passThroughMinor === 0 ? dash : amount(amounts.passThroughMinor)}
          </td>
          <td className={`n ${styles.inside}`}>
            {amounts.agiMinor === 0 ? dash : amount(amounts.agiMinor)}
          </td>
          <HoursCell {...props} />
          <td className={`n ${styles.inside}`}>
            <Figure
              figure={amounts.marginPpm}
              unit="ppm"
              tone={marginTone(amounts.marginPpm.value, proposal.targetPpm)}
            />
          </td>
        </>
      ) : null}
      <td className={styles.tools}>{isLocked ? null : <LineMenu {...props} />}</td>
    </tr>
  );
}

function WhoCell({ line, row, isLocked, roles, onAmend }: Props) {
  const { t } = useTranslation('proposals');
  const isVendor = line.kind === 'production' || line.kind === 'media';
  const value = isVendor ? line.vendor : line.role;
  return (
    <EstimateCell
      row={row}
      isLocked={isLocked}
      column={1}
      className="t2"
      label={t('column.who')}
      view={<span className="cut">{value === '' ? '—' : value}</span>}
    >
      {(close) =>
        isVendor ? (
          <TextField
            label={t('column.who')}
            hideLabel
            autoFocus
            value={value}
            onCommit={(vendor) => onAmend({ vendor: vendor ?? '' })}
            onEscape={close}
          />
        ) : (
          <SelectField
            label={t('column.who')}
            hideLabel
            value={value}
            options={[...new Set(['', value, ...roles])].map((role) => ({
              value: role,
              label: role === '' ? '—' : role,
            }))}
            onCommit={(role) => {
              onAmend({ role });
              close();
            }}
          />
        )
      }
    </EstimateCell>
  );
}

function PriceCell({ proposal, line, row, isLocked, whole, onAmend }: Props) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const field = priceField(line);
  if (field === null) {
    const ppm = line.commissionPpm ?? 0;
    return (
      <EstimateCell
        row={row}
        isLocked={isLocked}
        column={3}
        numeric
        label={t('kind.commission')}
        view={t(line.commissionBasis === 'inside' ? 'line.inside' : 'line.onTop', {
          share: format.ratePpm(ppm),
        })}
      >
        {(close) => (
          <PercentField
            label={t('column.price')}
            hideLabel
            autoFocus
            value={ppm}
            maxPpm={999_999}
            onCommit={(commissionPpm) => onAmend({ commissionPpm: commissionPpm ?? 0 })}
            onEscape={close}
          />
        )}
      </EstimateCell>
    );
  }
  const value = line[field];
  const withMarkup = line.kind === 'production' && line.markupPpm !== 0;
  return (
    <EstimateCell
      row={row}
      isLocked={isLocked}
      column={3}
      numeric
      label={t('column.price')}
      view={
        <span title={withMarkup ? t('line.markup', { share: format.ratePpm(line.markupPpm) }) : ''}>
          {format.amount(value, proposal.currency, { whole })}
          {withMarkup ? (
            <span className="t3"> {t('line.plus', { share: format.ratePpm(line.markupPpm) })}</span>
          ) : null}
        </span>
      }
    >
      {(close) => (
        <>
          <MoneyField
            label={t(line.kind === 'production' ? 'column.vendorPrice' : 'column.price')}
            hideLabel
            autoFocus
            value={value}
            currency={proposal.currency}
            onCommit={(minor) => onAmend({ [field]: minor ?? 0 })}
            onEscape={close}
          />
          {line.kind === 'production' ? (
            <PercentField
              label={t('column.markup')}
              value={line.markupPpm}
              maxPpm={10_000_000}
              onCommit={(markupPpm) => onAmend({ markupPpm: markupPpm ?? 0 })}
              onEscape={close}
            />
          ) : null}
        </>
      )}
    </EstimateCell>
  );
}

/** What the hours cost; edits the hours of whatever is not work by the hour. */
function HoursCell({ proposal, line, row, isLocked, onAmend }: Props) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const hours = format.hoursUnit(line.amounts.seconds);
  const view =
    line.amounts.seconds === 0 ? (
      <span className="dash">—</span>
    ) : (
      <span title={hours}>
        <Figure figure={line.amounts.cost} unit="money" currency={proposal.currency} whole />
      </span>
    );
  if (line.kind === 'work') return <td className={`n t2 ${styles.inside}`}>{view}</td>;
  return (
    <EstimateCell
      row={row}
      isLocked={isLocked}
      column={4}
      numeric
      className={`t2 ${styles.inside}`}
      label={t('column.cost')}
      view={view}
    >
      {(close) => (
        <HoursField
          label={t('column.hours')}
          hideLabel
          autoFocus
          value={line.hoursSeconds}
          onCommit={(seconds) => onAmend({ hoursSeconds: seconds ?? 0 })}
          onEscape={close}
        />
      )}
    </EstimateCell>
  );
}

function LineMenu({ line, onAmend, onMove, onRemove, onPackage }: Props) {
  const { t } = useTranslation('proposals');
  return (
    <Menu
      trigger={
        <Button variant="quiet" aria-label={t('line.menu', { title: line.title })}>
          …
        </Button>
      }
      items={[
        { label: t('line.up'), onChoose: () => onMove(-1) },
        { label: t('line.down'), onChoose: () => onMove(1) },
        {
          label: t(line.isOption ? 'line.makeFixed' : 'line.makeOption'),
          onChoose: () => onAmend({ isOption: !line.isOption, chosen: true }),
          apart: true,
        },
        { label: t('line.toPackage'), onChoose: () => onPackage() },
        { label: t('line.remove'), onChoose: onRemove, danger: true, apart: true },
      ]}
    />
  );
}
