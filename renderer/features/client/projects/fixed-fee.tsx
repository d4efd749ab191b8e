import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import type { FigureDto } from '../../../../shared/contract/primitives';
import type { Project } from '../../../../shared/contract/work.contract';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import {
  DateField,
  HoursField,
  MoneyField,
  PercentField,
  SelectField,
} from '../../../components/fields';
import { Figure } from '../../../components/figure';
import { Form } from '../../../components/form';
import { Popover } from '../../../components/popover';
import { useCommand, useRead } from '../../../lib/api';
import type { FigureStyle } from '../../../lib/figure';
import { useFormat } from '../../../lib/format';
import { useToday } from '../../../lib/workspace';
import page from '../client.module.css';
import { InlineEdit } from '../inline-edit';
import styles from './fixed-fee.module.css';

interface Props {
  readonly project: Project;
  readonly client: ClientOverview;
}

/** A project for a fixed fee: how much is done, by whom, and what it will have cost. */
export function FixedFee({ project, client }: Props) {
  return (
    <div className={styles.fixedFee}>
      <Progress project={project} client={client} />
      <PlannedHours project={project} />
      <Control project={project} client={client} />
    </div>
  );
}

function Progress({ project, client }: Props) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const today = useToday();
  const judge = useCommand('projects/judge-progress');
  const amend = useCommand('projects/amend');
  const bill = useCommand('projects/record-billing');
  const [isOpen, setOpen] = useState(false);
  const [billedOn, setBilledOn] = useState(today);
  const [amountMinor, setAmount] = useState<number | null>(null);
  const billed = project.billings.reduce((sum, each) => sum + each.amountMinor, 0);

  async function saveBilling() {
    if (amountMinor === null) return;
    const done = await bill.run({ projectId: project.id, billedOn, amountMinor }).catch(() => null);
    if (done === null) return;
    setOpen(false);
    setAmount(null);
  }

  return (
    <div className={page.fields}>
      <MoneyField
        label={t('projects.fee')}
        currency={client.currency}
        value={project.feeMinor}
        onCommit={(feeMinor) =>
          amend.send({ id: project.id, revision: project.revision, patch: { feeMinor } })
        }
      />
      <PercentField
        label={t('projects.complete')}
        value={project.completePpm}
        hint={
          project.completeJudgedOn === null
            ? t('projects.neverJudged')
            : t('projects.judgedOn', { on: format.date(project.completeJudgedOn) })
        }
        onCommit={(completePpm) =>
          completePpm !== null &&
          judge.send({ projectId: project.id, judgedOn: today, completePpm })
        }
      />
      <p className="sm t2">
        {t('projects.billed')} <b className="m">{format.money(billed, client.currency)}</b>
        {project.billings.length > 0 && (
          <>
            <br />
            {project.billings
              .map(
                (each) =>
                  `${format.dateShort(each.billedOn)} ${format.amount(each.amountMinor, client.currency)}`,
              )
              .join(' · ')}
          </>
        )}
      </p>
      <div>
        <Popover
          label={t('projects.recordBilling')}
          open={isOpen}
          onOpenChange={setOpen}
          trigger={<Button>{t('projects.recordBilling')}</Button>}
        >
          <Form className={page.smallForm} onSubmit={saveBilling}>
            <MoneyField
              label={t('projects.billingAmount')}
              currency={client.currency}
              value={amountMinor}
              autoFocus
              required={t('payments.amountMissing')}
              onCommit={setAmount}
            />
            <DateField
              label={t('projects.billedOn')}
              value={billedOn}
              required={t('record.onMissing')}
              onCommit={(value) => value !== null && setBilledOn(value)}
            />
            <ErrorNote failure={bill.failure} />
            <Button variant="primary" type="submit" disabled={bill.isRunning}>
              {t('projects.saveBilling')}
            </Button>
          </Form>
        </Popover>
      </div>
      <ErrorNote failure={judge.failure ?? amend.failure} />
    </div>
  );
}

function PlannedHours({ project }: { readonly project: Project }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const plan = useCommand('projects/plan-hours');
  const people = useRead('people/list', {});
  const [adding, setAdding] = useState('');
  const planned = new Set(project.hours.map(({ personId }) => personId));
  const others = (people.data?.people ?? []).filter(({ id }) => !planned.has(id));
  return (
    <div>
      <table className={`tb flat ${page.innerTable}`} aria-label={t('projects.hoursTable')}>
        <colgroup>
          <col />
          <col style={{ width: 92 }} />
          <col style={{ width: 92 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{t('hours.person')}</th>
            <th className="n">{t('projects.planned')}</th>
            <th className="n">{t('projects.remaining')}</th>
          </tr>
        </thead>
        <tbody>
          {project.hours.map((row) => {
            const base = {
              projectId: project.id,
              personId: row.personId,
              plannedSeconds: row.plannedSeconds,
              remainingSeconds: row.remainingSeconds,
            };
            return (
              <tr key={row.personId}>
                <td>{row.personName}</td>
                {(['plannedSeconds', 'remainingSeconds'] as const).map((field) => {
                  const label = t(
                    field === 'plannedSeconds' ? 'projects.planned' : 'projects.remaining',
                  );
                  return (
                    <td key={field} className="n">
                      <InlineEdit
                        label={t('change', { what: label })}
                        numeric
                        view={format.hours(row[field], { max: 2 })}
                      >
                        {(close) => (
                          <HoursField
                            label={label}
                            hideLabel
                            autoFocus
                            value={row[field]}
                            onEscape={close}
                            onCommit={(seconds) => {
                              close();
                              plan.send({ ...base, [field]: seconds ?? 0 });
                            }}
                          />
                        )}
                      </InlineEdit>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      {others.length > 0 && (
        <div className={styles.addRow}>
          <SelectField
            label={t('projects.addPerson')}
            hideLabel
            value={adding}
            options={[
              { value: '', label: t('projects.addPerson') },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onCommit={(personId) => {
              setAdding('');
              if (personId === '') return;
              plan.send({
                projectId: project.id,
                personId,
                plannedSeconds: 0,
                remainingSeconds: 0,
              });
            }}
          />
        </div>
      )}
      <ErrorNote failure={plan.failure} />
    </div>
  );
}

function Control({ project, client }: Props) {
  const { t } = useTranslation('client');
  const { control } = project;
  if (control === null) return <p className="sm t2">{t('control.none')}</p>;
  const money: FigureStyle = { unit: 'money', currency: client.currency };
  const points: FigureStyle = { unit: 'ppm', withUnit: true };
  // An index is a ratio kept in ppm: 1 000 000 reads 1,00.
  const index = (figure: FigureDto): FigureDto => ({
    ...figure,
    value: figure.value === null ? null : figure.value / 1_000_000,
  });
  const lines: readonly [string, FigureDto, FigureStyle, boolean][] = [
    ['bac', control.bac, money, false],
    ['ac', control.ac, money, false],
    ['ev', control.ev, money, false],
    [
      'cpi',
      index(control.cpi),
      { unit: 'score', decimals: 2 },
      (control.cpi.value ?? 1_000_000) < 1_000_000,
    ],
    ['eacBottomUp', control.eacBottomUp, money, false],
    ['eacCpi', control.eacCpi, money, false],
    ['hoursBurn', control.hoursBurnPpm, points, false],
    [
      'burnIndex',
      index(control.burnIndex),
      { unit: 'score', decimals: 2 },
      (control.burnIndex.value ?? 0) > 1_000_000,
    ],
    [
      'forecastMargin',
      control.forecastMarginPpm,
      points,
      (control.forecastMarginPpm.value ?? 0) < 0,
    ],
    ['wip', control.wip, money, false],
  ];
  return (
    <dl className={styles.control}>
      {lines.map(([name, figure, style, isBad]) => (
        <div key={name}>
          <dt title={t(`control.tip.${name}`)}>{t(`control.${name}`)}</dt>
          <dd>
            <Figure figure={figure} {...style} tone={isBad ? 'neg' : 'plain'} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
