import { useDeferredValue, useRef, useState } from 'react';
import type { TimeChoice } from '../../../shared/contract/time.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { Form } from '../../components/form';
import { useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import { useToday } from '../../lib/workspace';
import styles from './time.module.css';

type Props = { personId: string | null; on: string };

/** «2ч Ромашка отчёт»: what it means is shown while it is typed, Enter writes it. */
export function QuickEntry({ personId, on }: Props) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const today = useToday();
  const [text, setText] = useState('');
  const typed = useDeferredValue(text.trim());
  const input = useRef<HTMLInputElement>(null);
  const read = useRead(
    'time/read-entry',
    { text: typed, on },
    { enabled: typed !== '', keepPrevious: true },
  );
  const log = useCommand('time/quick-entry');
  const meant = typed === '' ? undefined : read.data;

  async function write(choice: TimeChoice | null) {
    if (text.trim() === '') return;
    const place = choice && { clientId: choice.clientId, projectId: choice.projectId };
    const done = await log
      .run({ personId, text: text.trim(), on, choice: place })
      .catch(() => null);
    if (done === null) return;
    setText('');
    log.reset();
    input.current?.focus();
  }

  const choices = meant?.choices ?? [];
  const asks = meant?.problem?.code === 'time-entry-ambiguous';
  return (
    <Form className={styles.quick} label={t('quick.label')} onSubmit={() => write(null)}>
      <div className={styles.quickLine}>
        <div className="grow">
          <TextInput
            ref={input}
            label={t('quick.label')}
            hideLabel
            value={text}
            placeholder={t('quick.placeholder')}
            onChange={(next) => {
              setText(next);
              if (log.failure !== null) log.reset();
            }}
          />
        </div>
        <Button type="submit" disabled={typed === ''}>
          {t('quick.write')}
        </Button>
      </div>
      <p className={styles.meant} aria-live="polite">
        {meant === undefined ? (
          <span className="t3">{t('quick.hint')}</span>
        ) : (
          <>
            <b className="m">
              {meant.seconds === null
                ? t('quick.noDuration')
                : format.hoursUnit(meant.seconds, { max: 2 })}
            </b>
            {meant.on === on ? '' : `, ${format.dayNear(meant.on, today)}`}
            {meant.isInternal ? ` · ${t('target.internal')}` : ''}
            {choices.length === 1 ? ` · ${choiceWords(choices[0])}` : ''}
            {choices.length === 0 && !meant.isInternal ? (
              <span className="warn"> · {t('quick.noClient')}</span>
            ) : null}
            {meant.note === '' ? '' : ` · ${meant.note}`}
          </>
        )}
      </p>
      {asks ? (
        <fieldset className={styles.choices}>
          <legend className="cap">{t('quick.which')}</legend>
          {choices.slice(0, 8).map((choice) => (
            <Button
              key={`${choice.clientId} ${choice.projectId ?? ''}`}
              onClick={() => void write(choice)}
            >
              {choiceWords(choice)}
            </Button>
          ))}
        </fieldset>
      ) : null}
      <ErrorNote failure={asks ? null : log.failure} />
    </Form>
  );
}

/** The client and the project a line may mean. */
export function choiceWords(choice: TimeChoice | undefined): string {
  if (choice === undefined) return '';
  return choice.projectName === null
    ? choice.clientName
    : `${choice.clientName}, ${choice.projectName}`;
}
