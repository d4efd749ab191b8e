import { useState } from 'react';
import type { TimeChoice } from '../../../shared/contract/time.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { Form } from '../../components/form';
import { Popover } from '../../components/popover';
import { useCommand, useRead } from '../../lib/api';
import { useTranslation } from '../../lib/translation';
import { choiceWords } from './quick-entry';
import styles from './time.module.css';

type Props = { personId: string | null; on: string };

/** A late entry into a day that is locked: the same line as anywhere, shown as an adjustment. */
export function Adjust(props: Props) {
  const { t } = useTranslation('time');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={t('adjust.title')}
      open={open}
      onOpenChange={setOpen}
      align="end"
      trigger={<Button icon="plus">{t('adjust.title')}</Button>}
    >
      <AdjustForm {...props} onDone={() => setOpen(false)} />
    </Popover>
  );
}

function AdjustForm({ personId, on, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('time');
  const [text, setText] = useState('');
  const [isLacking, setLacking] = useState(false);
  const typed = text.trim();
  const { data } = useRead(
    'time/read-entry',
    { text: typed, on },
    { enabled: typed !== '', keepPrevious: true },
  );
  const adjust = useCommand('time/adjust');
  const meant = typed === '' ? undefined : data;
  const choices = meant?.choices ?? [];

  async function write(choice: TimeChoice | null) {
    const { seconds = null, note = '' } = meant ?? {};
    setLacking(seconds === null || note === '');
    if (seconds === null || note === '') return;
    const work = { clientId: choice?.clientId ?? null, projectId: choice?.projectId ?? null };
    const done = await adjust.run({ personId, ...work, on, seconds, note }).catch(() => null);
    if (done !== null) onDone();
  }

  function submit() {
    if (meant?.isInternal === true) void write(null);
    else if (choices[0] !== undefined) void write(choices[0]);
    else setLacking(true);
  }

  return (
    <Form className={styles.popForm} label={t('adjust.title')} onSubmit={submit}>
      <TextInput
        label={t('adjust.what')}
        value={text}
        placeholder={t('quick.placeholder')}
        autoFocus
        problem={isLacking ? t('adjust.lacking') : null}
        onChange={(next) => {
          setText(next);
          setLacking(false);
        }}
      />
      {choices.slice(0, 6).map((choice, index) => (
        <Button
          key={`${choice.clientId} ${choice.projectId ?? ''}`}
          className={styles.choice}
          keys={index === 0 ? 'Enter' : undefined}
          onClick={() => void write(choice)}
        >
          {choiceWords(choice)}
        </Button>
      ))}
      <Button variant="quiet" className={styles.choice} onClick={() => void write(null)}>
        {t('target.internal')}
      </Button>
      <ErrorNote failure={adjust.failure} />
    </Form>
  );
}
