import { useState } from 'react';
import type { Template } from '../../../../shared/contract/tasks-practice.contract';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-note';
import { LoadingShape } from '../../../components/loading-shape';
import { failureOf, useCommand, useRead } from '../../../lib/api';
import type { Choices } from '../filter/facets';
import { type Kit, useKit } from '../kit';
import work from '../work.module.css';
import { ApplyRegulation } from './apply-regulation';
import styles from './practice.module.css';
import { RegulationForm } from './regulation-form';

/** How each kind of work is done: its steps, who does them, what is checked; and whether it is followed. */
export function RegulationsPage() {
  const choices = useRead('tasks/choices', {}).data;
  const kit = useKit(choices);
  const { t, format } = kit;
  const { data, error } = useRead('templates/list', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [isNew, setNew] = useState(false);
  if (error !== null)
    return (
      <div className={work.note}>
        <ErrorNote failure={failureOf(error)} />
      </div>
    );
  if (data === undefined) return <LoadingShape rows={8} />;
  const { templates } = data;
  const here = templates.find(({ familyId }) => familyId === chosen) ?? templates[0];
  return (
    <>
      <div className="head">
        <p className="lede grow">
          <b>{t('rules.lede', { count: templates.length })}</b>
          {templates.length === 0
            ? ''
            : `, ${t('rules.open', {
                count: templates.reduce((sum, one) => sum + one.openCount, 0),
              })}`}
        </p>
        <Button variant="primary" icon="plus" onClick={() => setNew(true)}>
          {t('rules.add')}
        </Button>
      </div>
      {isNew ? (
        <div className={work.scroll}>
          <div className={styles.sheet}>
            <RegulationForm
              template={null}
              kit={kit}
              onDone={(id) => {
                setNew(false);
                if (id !== null) setChosen(id);
              }}
            />
          </div>
        </div>
      ) : here === undefined ? (
        <EmptyState title={t('rules.emptyTitle')} text={t('rules.emptyText')}>
          <Button onClick={() => setNew(true)}>{t('rules.add')}</Button>
        </EmptyState>
      ) : (
        <div className={styles.halves}>
          <ul className={styles.items} aria-label={t('tab.regulations')}>
            {templates.map((one) => (
              <li key={one.familyId}>
                <button
                  type="button"
                  aria-current={one.familyId === here.familyId}
                  onClick={() => setChosen(one.familyId)}
                >
                  <span className="m cut">{one.name}</span>
                  <span className="cap cut">
                    {[
                      one.kind,
                      t('rules.version', { version: one.version }),
                      t('rules.steps', { count: one.steps.length }),
                      one.compliancePpm.value === null
                        ? ''
                        : t('rules.compliance', {
                            share: format.percent(one.compliancePpm.value / 10_000, { max: 0 }),
                          }),
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <Regulation key={here.id} template={here} kit={kit} choices={choices} />
        </div>
      )}
    </>
  );
}

type Props = {
  template: Template;
  kit: Kit;
  choices: Choices | undefined;
};

function Regulation({ template, kit, choices }: Props) {
  const { t, format } = kit;
  const [isEdited, setEdited] = useState(false);
  const retire = useCommand('templates/retire');
  if (isEdited) {
    return (
      <div className={styles.sheet}>
        <RegulationForm template={template} kit={kit} onDone={() => setEdited(false)} />
      </div>
    );
  }
  return (
    <div className={styles.sheet}>
      <div className="row">
        <h2 className="b">{template.name}</h2>
        <span className="cap">
          {t('rules.made', {
            version: template.version,
            when: format.dateTime(template.madeAt),
            count: template.taskCount,
          })}
        </span>
      </div>
      {template.description === '' ? null : <p className="t2">{template.description}</p>}
      <div className={styles.actions}>
        <ApplyRegulation template={template} kit={kit} choices={choices} />
        <Button onClick={() => setEdited(true)}>{t('rules.edit')}</Button>
        <Button
          variant="danger"
          disabled={retire.isRunning}
          onClick={() => retire.send({ id: template.id })}
        >
          {t('rules.retire')}
        </Button>
      </div>
      <ErrorNote failure={retire.failure} />
      <table className={`tb flat ${styles.steps}`} aria-label={t('rules.stepsLabel')}>
        <colgroup>
          <col style={{ width: 48 }} />
          <col />
          <col style={{ width: 148 }} />
          <col style={{ width: 84 }} />
          <col style={{ width: 148 }} />
          <col style={{ width: 84 }} />
          <col style={{ width: 84 }} />
        </colgroup>
        <thead>
          <tr>
            <th className="n">{t('list.number')}</th>
            <th>{t('rules.step')}</th>
            <th>{t('task.role')}</th>
            <th className="n">{t('list.estimate')}</th>
            <th>{t('rules.days')}</th>
            <th className="n">{t('rules.after')}</th>
            <th className="n">{t('list.checklist')}</th>
          </tr>
        </thead>
        <tbody>
          {template.steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
            <tr key={index}>
              <td className="n t3">{index + 1}</td>
              <td title={[step.title, ...step.checklist].join('\n')}>{step.title}</td>
              <td className="t2">{step.role || '—'}</td>
              <td className="n">
                {step.estimateSeconds === null
                  ? '—'
                  : format.hoursUnit(step.estimateSeconds, { max: 1 })}
              </td>
              <td className="t2">
                {t('rules.fromTo', {
                  from: format.number(step.startOffset, { plus: true }),
                  to: format.number(step.dueOffset, { plus: true }),
                })}
              </td>
              <td className="n t2">{step.after === null ? '—' : step.after + 1}</td>
              <td className="n t2">
                {step.checklist.length === 0 ? '—' : format.number(step.checklist.length)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
