import { useState } from 'react';
import type { TimeChoice, TimeRow } from '../../../shared/contract/time.contract';
import { Button } from '../../components/button';
import { TextInput } from '../../components/field';
import { Popover } from '../../components/popover';
import { useRead } from '../../lib/api';
import { useTranslation } from '../../lib/translation';
import { choiceWords } from './quick-entry';
import styles from './time.module.css';

type Props = { on: string; onAdd: (row: TimeRow) => void };

const EMPTY = Array.from({ length: 7 }, () => ({ seconds: 0, entries: 0 }));

/** A row for work that is not in the grid yet, found by typing its client and project. */
export function AddRow({ on, onAdd }: Props) {
  const { t } = useTranslation('time');
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const typed = text.trim();
  const { data } = useRead(
    'time/read-entry',
    { text: typed, on },
    { enabled: typed !== '', keepPrevious: true },
  );
  const choices = typed === '' ? [] : (data?.choices ?? []);

  function add(
    row: Pick<TimeRow, 'clientId' | 'clientName' | 'projectId' | 'projectName' | 'kind'>,
  ) {
    const key = `new ${row.clientId ?? ''} ${row.projectId ?? ''} ${row.kind}`;
    onAdd({ ...row, key, taskId: null, taskTitle: null, cells: EMPTY, totalSeconds: 0 });
    setOpen(false);
    setText('');
  }
  const addChoice = (choice: TimeChoice) => add({ ...choice, kind: 'retainer' });

  return (
    <Popover
      label={t('row.add')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" icon="plus">
          {t('row.add')}
        </Button>
      }
    >
      <div className={styles.popForm}>
        <TextInput
          label={t('row.what')}
          value={text}
          placeholder={t('row.placeholder')}
          autoFocus
          onChange={setText}
        />
        {choices.slice(0, 8).map((choice) => (
          <Button
            key={`${choice.clientId} ${choice.projectId ?? ''}`}
            className={styles.choice}
            onClick={() => addChoice(choice)}
          >
            {choiceWords(choice)}
          </Button>
        ))}
        {typed !== '' && data !== undefined && choices.length === 0 ? (
          <p className="t3">{t('quick.noClient')}</p>
        ) : null}
        <Button
          variant="quiet"
          className={styles.choice}
          onClick={() =>
            add({
              clientId: null,
              clientName: null,
              projectId: null,
              projectName: null,
              kind: 'internal',
            })
          }
        >
          {t('target.internal')}
        </Button>
      </div>
    </Popover>
  );
}
