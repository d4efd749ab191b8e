import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input, Output } from '../../../shared/contract/contract';
import type { Proposal } from '../../../shared/contract/proposals.contract';
import { Button } from '../../components/button';
import { TextInput } from '../../components/field';
import { Popover } from '../../components/popover';
import { useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useMissing } from '../../lib/phrase';
import styles from './proposals.module.css';

type NewLine = Input<'proposals/add-lines'>['lines'][number];
type Price = Output<'proposals/prices'>['prices'][number];

const KINDS = ['work', 'service', 'production', 'media', 'commission'] as const;

function lineOf(price: Price, unitPriceMinor: number, note: string): NewLine {
  const { title, role, unit, hoursSeconds } = price;
  return price.kind === 'role'
    ? { kind: 'work', title, role, unitPriceMinor, note }
    : { kind: 'service', title, role, unit, unitPriceMinor, hoursSeconds, note };
}

/** A line from the price list of the proposal's day, or an empty one of a kind. */
export function AddLine({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState('');
  const [group, setGroup] = useState<string | null>(null);
  const add = useCommand('proposals/add-lines');
  const prices =
    useRead('proposals/prices', { id: proposal.id }, { enabled: open }).data?.prices ?? [];
  const reason = useMissing();
  const lastGroup = proposal.lines.at(-1)?.groupName ?? '';
  const groupName = group ?? lastGroup;
  const found = prices.filter((price) =>
    price.title.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  /** «2 900 ₽ по курсу 1 EUR = 92,4137 RUB с 01.11.2026»; empty for a price of the list's own. */
  const origin = ({ converted }: Price): string =>
    converted === null
      ? ''
      : t('add.converted', {
          price: format.money(converted.fromMinor, converted.fromCurrency),
          of: converted.rateOf,
          rate: format.number(Number(converted.rate), { max: 6 }),
          in: converted.rateIn,
          on: format.date(converted.rateOn),
        });

  function put(line: NewLine) {
    const after = proposal.lines.filter((each) => each.groupName === groupName).at(-1);
    add.send({
      proposalId: proposal.id,
      afterId: after?.id ?? proposal.lines.at(-1)?.id ?? null,
      lines: [{ ...line, groupName }],
    });
    setOpen(false);
  }

  return (
    <Popover
      label={t('add.label')}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon="plus">{t('add.button')}</Button>}
    >
      <div className={styles.add}>
        <div className={styles.pair}>
          <TextInput label={t('add.find')} value={wanted} onChange={setWanted} autoFocus />
          <TextInput label={t('add.group')} value={groupName} onChange={setGroup} />
        </div>
        <ul className={styles.prices} aria-label={t('add.prices')}>
          {found.map((price) => {
            const { priceMinor } = price;
            const from = origin(price);
            return (
              <li key={price.itemId}>
                <button
                  type="button"
                  disabled={priceMinor === null}
                  onClick={() => {
                    if (priceMinor !== null) put(lineOf(price, priceMinor, from));
                  }}
                >
                  <span className="grow cut">
                    {price.title}
                    {from === '' ? null : <span className={`sm t3 ${styles.origin}`}>{from}</span>}
                  </span>
                  <span className="t3">{price.unit}</span>
                  <span className={priceMinor === null ? 'warn' : 'n'}>
                    {priceMinor === null
                      ? reason(price.missing)
                      : format.money(priceMinor, proposal.currency)}
                  </span>
                </button>
              </li>
            );
          })}
          {found.length === 0 ? <li className="t3">{t('add.nothing')}</li> : null}
        </ul>
        <div className={styles.kinds}>
          {KINDS.map((kind) => (
            <Button key={kind} onClick={() => put({ kind, title: t(`kind.${kind}`) })}>
              {t(`kind.${kind}`)}
            </Button>
          ))}
        </div>
      </div>
    </Popover>
  );
}
