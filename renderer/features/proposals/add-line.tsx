import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input, Output } from '../../../shared/contract/contract';
import type { Proposal } from '../../../shared/contract/proposals.contract';
import { Button } from '../../components/button';
import { TextInput } from '../../components/field';
import { Popover } from '../../components/popover';
import { useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import styles from './proposals.module.css';

type NewLine = Input<'proposals/add-lines'>['lines'][number];
type Price = Output<'rate-card/list'>['items'][number];

const KINDS = ['work', 'service', 'production', 'media', 'commission'] as const;

function lineOf(price: Price): NewLine {
  return price.kind === 'role'
    ? { kind: 'work', title: price.title, role: price.role, unitPriceMinor: price.priceMinor }
    : {
        kind: 'service',
        title: price.title,
        role: price.role,
        unit: price.unit,
        unitPriceMinor: price.priceMinor,
        hoursSeconds: price.hoursSeconds,
      };
}

/** A line from the price list of the proposal's day, or an empty one of a kind. */
export function AddLine({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState('');
  const [group, setGroup] = useState<string | null>(null);
  const add = useCommand('proposals/add-lines');
  const prices = useRead('rate-card/list', {}, { enabled: open }).data?.items ?? [];
  const lastGroup = proposal.lines.at(-1)?.groupName ?? '';
  const groupName = group ?? lastGroup;
  const found = prices.filter(
    (price) =>
      price.currency === proposal.currency &&
      price.validFrom <= proposal.pricesOn &&
      (price.validTo === null || price.validTo >= proposal.pricesOn) &&
      price.title.toLowerCase().includes(wanted.trim().toLowerCase()),
  );

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
          {found.map((price) => (
            <li key={price.id}>
              <button type="button" onClick={() => put(lineOf(price))}>
                <span className="grow cut">{price.title}</span>
                <span className="t3">{price.unit}</span>
                <span className="n">{format.money(price.priceMinor, price.currency)}</span>
              </button>
            </li>
          ))}
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
