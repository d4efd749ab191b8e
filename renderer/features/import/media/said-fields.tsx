import { useTranslation } from 'react-i18next';
import type { ClientListItem } from '../../../../shared/contract/clients.contract';
import type { ImportPreview } from '../../../../shared/contract/imports.contract';
import { CheckField, DateField, SelectField, TextField } from '../../../components/fields';
import { Segmented } from '../../../components/segmented';
import own from './media.module.css';
import type { MediaImport } from './use-media-import';

export type ClientChoice = {
  readonly id: string;
  readonly clients: readonly Pick<ClientListItem, 'id' | 'name'>[];
  choose(id: string): void;
};

type Flag = 'included' | 'excluded';

/** Whether money includes something; nothing is chosen until somebody does. */
function FlagField(props: {
  label: string;
  value: Flag | null;
  words: Record<Flag, string>;
  onChange: (flag: Flag) => void;
}) {
  const { label, value, words, onChange } = props;
  return (
    <div className={own.question}>
      <p className="m">{label}</p>
      <Segmented<Flag | ''>
        label={label}
        value={value ?? ''}
        segments={[
          { value: 'excluded', label: words.excluded },
          { value: 'included', label: words.included },
        ]}
        onChange={(flag) => {
          if (flag !== '') onChange(flag);
        }}
      />
    </div>
  );
}

/** Both ends of a period; told once both are there. */
function PeriodFields({ flow }: { flow: MediaImport }) {
  const { t } = useTranslation('import');
  const { period = null } = flow.said;
  const say = (from: string | null, to: string | null) => {
    if (from !== null && to !== null) flow.say({ period: { from, to: to < from ? from : to } });
  };
  return (
    <div className={own.pair}>
      <DateField
        label={t('media.said.from')}
        value={period?.from ?? null}
        onCommit={(from) => say(from, period?.to ?? from)}
      />
      <DateField
        label={t('media.said.to')}
        value={period?.to ?? null}
        onCommit={(to) => say(period?.from ?? to, to)}
      />
    </div>
  );
}

/** What a file of statistics may leave unsaid. */
export function StatisticsFields({ flow }: { flow: MediaImport }) {
  const { t } = useTranslation('import');
  const { said } = flow;
  return (
    <>
      <FlagField
        label={t('media.said.vat')}
        value={said.vat ?? null}
        words={{ excluded: t('media.said.vatExcluded'), included: t('media.said.vatIncluded') }}
        onChange={(vat) => flow.say({ vat })}
      />
      <TextField
        label={t('media.said.account')}
        hint={t('media.said.accountHint')}
        value={said.account ?? null}
        onCommit={(account) => flow.say({ account: account === '' ? null : account })}
      />
      <PeriodFields flow={flow} />
      <SelectField
        label={t('media.said.dates')}
        value={said.dateOrder ?? ''}
        options={[
          { value: '', label: t('media.said.datesFile') },
          { value: 'dmy', label: t('media.said.dmy') },
          { value: 'mdy', label: t('media.said.mdy') },
        ]}
        onCommit={(order) => flow.say({ dateOrder: order === '' ? null : order })}
      />
    </>
  );
}

/** What a media plan leaves unsaid and has to be said; and what can be said against it. */
export function PlanFields({ flow, preview }: { flow: MediaImport; preview: ImportPreview }) {
  const { t } = useTranslation('import');
  const { plan } = preview;
  if (plan === null) return null;
  const flag = (own: 'included' | 'excluded' | 'unknown') => (own === 'unknown' ? null : own);
  return (
    <>
      {plan.sheets.length > 1 ? (
        <SelectField
          label={t('media.said.sheet')}
          value={plan.sheet}
          options={plan.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          onCommit={(sheet) => flow.say({ sheet, uses: undefined })}
        />
      ) : null}
      <FlagField
        label={t('media.said.vat')}
        value={flag(plan.vat)}
        words={{ excluded: t('media.said.vatExcluded'), included: t('media.said.vatIncluded') }}
        onChange={(vat) => flow.say({ vat })}
      />
      <FlagField
        label={t('media.said.commission')}
        value={flag(plan.commission)}
        words={{
          excluded: t('media.said.commissionExcluded'),
          included: t('media.said.commissionIncluded'),
        }}
        onChange={(commission) => flow.say({ commission })}
      />
      {plan.questions.includes('period') ? (
        <>
          <p className="warn">{t('media.said.periodAsked')}</p>
          <PeriodFields flow={flow} />
        </>
      ) : null}
      {plan.wrongRows > 0 ? (
        <CheckField
          label={t('media.said.accept', { count: plan.wrongRows })}
          checked={flow.said.accepted === true}
          onChange={(accepted) => flow.say({ accepted })}
        />
      ) : null}
    </>
  );
}
