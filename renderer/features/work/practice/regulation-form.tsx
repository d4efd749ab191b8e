import { useRef, useState } from 'react';
import type { Template, TemplateStep } from '../../../../shared/contract/tasks-practice.contract';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { TextInput } from '../../../components/field';
import { HoursField, NumberField, SelectField } from '../../../components/fields';
import { useCommand } from '../../../lib/api';
import type { Kit } from '../kit';
import styles from './practice.module.css';

type Props = {
  /** Null: a new one. */
  template: Template | null;
  kit: Kit;
  /** With the family of what was kept; null: called off. */
  onDone: (id: string | null) => void;
};
type Draft = TemplateStep & { key: number };

const MAX_OFFSET = 400;
const EMPTY: TemplateStep = {
  title: '',
  role: '',
  estimateSeconds: null,
  startOffset: 0,
  dueOffset: 1,
  after: null,
  checklist: [],
};

/** Steps of a regulation. An amended one is a new version: tasks made before stay as they are. */
export function RegulationForm({ template, kit, onDone }: Props) {
  const { t, format } = kit;
  const count = useRef(0);
  const draftOf = (step: TemplateStep): Draft => {
    count.current += 1;
    return { ...step, key: count.current };
  };
  const [name, setName] = useState(template?.name ?? '');
  const [kind, setKind] = useState(template?.kind ?? '');
  const [language, setLanguage] = useState(template?.language ?? format.lang);
  const [description, setDescription] = useState(template?.description ?? '');
  const [steps, setSteps] = useState<readonly Draft[]>(() =>
    (template?.steps ?? [EMPTY]).map(draftOf),
  );
  const [sent, setSent] = useState(false);
  const add = useCommand('templates/add');
  const amend = useCommand('templates/amend');
  const set = (key: number, patch: Partial<TemplateStep>) =>
    setSteps(steps.map((step) => (step.key === key ? { ...step, ...patch } : step)));

  function remove(index: number) {
    const rest = steps.filter((_, at) => at !== index);
    setSteps(
      rest.map((step) =>
        step.after === null
          ? step
          : {
              ...step,
              after: step.after === index ? null : step.after - (step.after > index ? 1 : 0),
            },
      ),
    );
  }

  async function submit() {
    setSent(true);
    const isWhole = name.trim() !== '' && steps.every(({ title }) => title.trim() !== '');
    if (!isWhole || steps.length === 0) return;
    const fields = {
      name: name.trim(),
      kind: kind.trim(),
      language,
      description: description.trim(),
      steps: steps.map(({ key: _, ...step }) => ({ ...step, title: step.title.trim() })),
    };
    try {
      const { id } =
        template === null
          ? await add.run(fields)
          : await amend.run({ id: template.id, revision: template.revision, ...fields });
      onDone(template?.familyId ?? id);
    } catch {
      // The refusal stands above the buttons.
    }
  }

  const missing = (text: string) => (sent && text.trim() === '' ? t('rules.needed') : null);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={styles.grid}>
        <TextInput
          label={t('rules.name')}
          value={name}
          onChange={setName}
          problem={missing(name)}
        />
        <TextInput label={t('task.kind')} value={kind} onChange={setKind} />
        <SelectField
          label={t('rules.language')}
          value={language}
          options={(['ru', 'en', 'lv'] as const).map((value) => ({
            value,
            label: t(`rules.languages.${value}`),
          }))}
          onCommit={setLanguage}
        />
        <label className={styles.wide}>
          <span className="lab">{t('task.description')}</span>
          <textarea
            className={styles.area}
            value={description}
            maxLength={20_000}
            onChange={(event) => setDescription(event.target.value)}
          />
        </label>
      </div>
      <div className={styles.steps}>
        {steps.map((step, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row of a grid
          <div
            key={step.key}
            className={styles.step}
            role="group"
            aria-label={t('rules.stepNumber', { number: index + 1 })}
          >
            <span className="t3 n">{index + 1}</span>
            <TextInput
              label={t('rules.step')}
              value={step.title}
              onChange={(title) => set(step.key, { title })}
              problem={missing(step.title)}
            />
            <TextInput
              label={t('task.role')}
              value={step.role}
              onChange={(role) => set(step.key, { role })}
            />
            <HoursField
              label={t('list.estimate')}
              value={step.estimateSeconds}
              onCommit={(estimateSeconds) => set(step.key, { estimateSeconds })}
            />
            <NumberField
              label={t('rules.startDay')}
              value={step.startOffset}
              min={-MAX_OFFSET}
              max={MAX_OFFSET}
              onCommit={(day) => set(step.key, { startOffset: day ?? 0 })}
            />
            <NumberField
              label={t('rules.dueDay')}
              value={step.dueOffset}
              min={-MAX_OFFSET}
              max={MAX_OFFSET}
              onCommit={(day) => set(step.key, { dueOffset: day ?? 0 })}
            />
            <SelectField
              label={t('rules.after')}
              value={step.after === null ? '' : String(step.after)}
              options={[
                { value: '', label: '—' },
                ...steps.slice(0, index).map((one, at) => ({
                  value: String(at),
                  label: `${at + 1}. ${one.title}`,
                })),
              ]}
              onCommit={(at) => set(step.key, { after: at === '' ? null : Number(at) })}
            />
            <Button
              variant="quiet"
              icon="close"
              iconOnly
              aria-label={t('rules.removeStep', { number: index + 1 })}
              disabled={steps.length === 1}
              onClick={() => remove(index)}
            />
            <label className={styles.checks}>
              <span className="lab">{t('rules.checks')}</span>
              <textarea
                className={styles.area}
                defaultValue={step.checklist.join('\n')}
                onBlur={(event) =>
                  set(step.key, {
                    checklist: event.target.value
                      .split('\n')
                      .map((line) => line.trim())
                      .filter(Boolean),
                  })
                }
              />
            </label>
          </div>
        ))}
      </div>
      <Button icon="plus" onClick={() => setSteps([...steps, draftOf(EMPTY)])}>
        {t('rules.addStep')}
      </Button>
      <ErrorNote failure={add.failure ?? amend.failure} />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" disabled={add.isRunning || amend.isRunning}>
          {template === null
            ? t('rules.keep')
            : t('rules.keepVersion', { version: template.version + 1 })}
        </Button>
        <Button onClick={() => onDone(null)}>{t('rules.cancel')}</Button>
      </div>
    </form>
  );
}
