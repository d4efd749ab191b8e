import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../shared/contract/media-plans.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { TextField } from '../../components/fields';
import { useCommand } from '../../lib/api';
import styles from './media-plans.module.css';
import type { PlanLine } from './plan-types';
import { SidePane } from './side-pane';
import { SpreadForm } from './spread-form';

type Props = { plan: Plan; lines: readonly PlanLine[]; onClose: () => void };

/** What a row of the sheet has no room for: how the money lies over the flight, and the creatives with their tokens. */
export function LinePane({ plan, lines, onClose }: Props) {
  const { t } = useTranslation('media-plans');
  const line = lines[0];
  if (line === undefined) {
    return (
      <SidePane title={t('line.title')} onClose={onClose}>
        <p className="t2">{t('line.choose')}</p>
      </SidePane>
    );
  }
  return (
    <SidePane title={t('line.title')} onClose={onClose}>
      <p className="m">
        {lines.length > 1
          ? t('line.several', { count: lines.length })
          : [line.channel, line.placement].filter(Boolean).join(', ') || t('grid.nameless')}
      </p>
      <h4 className={styles.part}>{t('spread.label')}</h4>
      {plan.status === 'draft' ? (
        <SpreadForm key={line.id} plan={plan} lines={lines} />
      ) : (
        <p className="t2">{t(`spread.is.${line.spread.kind}`)}</p>
      )}
      {lines.length > 1 ? null : <Creatives line={line} />}
    </SidePane>
  );
}

/** Tokens come after the plan is agreed: creatives are written in whatever state it is. */
function Creatives({ line }: { line: PlanLine }) {
  const { t } = useTranslation('media-plans');
  const add = useCommand('media-plans/add-creative');
  const amend = useCommand('media-plans/amend-creative');
  const remove = useCommand('media-plans/remove-creative');
  const [name, setName] = useState('');
  const [format, setFormat] = useState('');
  const [erid, setErid] = useState('');
  const [sent, setSent] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (name.trim() === '') return;
    add.send({ lineId: line.id, name: name.trim(), format: format.trim(), erid: erid.trim() });
    setSent(false);
    setName('');
    setFormat('');
    setErid('');
  }

  return (
    <>
      <h4 className={styles.part}>{t('creative.title')}</h4>
      <ul className={styles.creatives}>
        {line.creatives.map((creative) => {
          const write = (patch: { name?: string; format?: string; erid?: string }) =>
            amend.send({ id: creative.id, revision: creative.revision, patch });
          return (
            <li key={creative.id}>
              <TextField
                label={t('creative.name')}
                value={creative.name}
                required={t('creative.nameMissing')}
                onCommit={(next) => next !== null && write({ name: next })}
              />
              <div className={styles.pair}>
                <TextField
                  label={t('col.format')}
                  value={creative.format}
                  onCommit={(next) => write({ format: next ?? '' })}
                />
                <TextField
                  label={t('col.erid')}
                  value={creative.erid}
                  warning={
                    creative.erid === '' && line.levyPayer !== 'none' ? t('creative.noErid') : null
                  }
                  onCommit={(next) => write({ erid: next ?? '' })}
                />
              </div>
              <Button
                variant="quiet"
                aria-label={t('creative.removeOf', { name: creative.name })}
                onClick={() => remove.send({ id: creative.id })}
              >
                {t('facts.remove')}
              </Button>
            </li>
          );
        })}
      </ul>
      <form className={styles.decision} onSubmit={submit} noValidate>
        <TextInput
          label={t('creative.newName')}
          value={name}
          onChange={setName}
          problem={sent && name.trim() === '' ? t('creative.nameMissing') : null}
        />
        <div className={styles.pair}>
          <TextInput label={t('col.format')} value={format} onChange={setFormat} />
          <TextInput label={t('col.erid')} value={erid} onChange={setErid} />
        </div>
        <ErrorNote failure={add.failure ?? amend.failure ?? remove.failure} />
        <div className={styles.actions}>
          <Button type="submit">{t('creative.add')}</Button>
        </div>
      </form>
    </>
  );
}
