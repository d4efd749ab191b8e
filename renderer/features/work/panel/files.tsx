import { useRef, useState } from 'react';
import type { TaskDetails } from '../../../../shared/contract/tasks-shapes';
import { Button } from '../../../components/button';
import { call, useCommand } from '../../../lib/api';
import { fileSize } from '../../../lib/file-size';
import { useToast } from '../../../lib/toast';
import type { Kit } from '../kit';
import styles from './panel.module.css';
import { useAct } from './use-act';

/** Larger files are refused by the workspace: it stays one file that is copied at once. */
const MAX_BYTES = 6_291_456;

/** The bytes of a file as base64, without its head. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });
}

/** Files that belong to the task, kept in the workspace. */
export function Files({ task, kit }: { task: TaskDetails; kit: Kit }) {
  const { t } = kit;
  const attach = useCommand('tasks/attach');
  const detach = useCommand('tasks/detach');
  const act = useAct();
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  async function take(files: Iterable<File>) {
    for (const file of files) {
      if (file.size > MAX_BYTES) {
        toast({
          text: t('task.fileTooLarge', {
            name: file.name,
            size: fileSize(file.size, kit.format, t),
          }),
        });
        continue;
      }
      const content = await base64Of(file);
      await act(
        attach.run({ taskId: task.id, name: file.name, mime: file.type, content, location: '' }),
      );
    }
  }

  return (
    <section
      className={styles.section}
      aria-label={t('task.files')}
      data-over={isOver}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take([...event.dataTransfer.files]);
      }}
    >
      <h3>
        {t('task.files')}
        <span className="grow" />
        <Button variant="quiet" icon="plus" onClick={() => input.current?.click()}>
          {t('task.attach')}
        </Button>
      </h3>
      <input
        ref={input}
        type="file"
        multiple
        className="unseen"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          void take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <ul className={styles.lines}>
        {task.files.map((file) => (
          <li key={file.id}>
            {file.location === '' ? (
              <button
                type="button"
                className={`cut ${styles.link}`}
                title={t('task.saveFile')}
                onClick={() => void act(call('tasks/save-file', { id: file.id }))}
              >
                {file.name}
              </button>
            ) : (
              <span className="cut" title={file.location}>
                {file.name}
              </span>
            )}
            <span className="grow" />
            <span className="cap">
              {file.location === '' ? fileSize(file.size, kit.format, t) : file.location}
            </span>
            <Button
              variant="quiet"
              icon="close"
              iconOnly
              aria-label={t('task.detach', { name: file.name })}
              onClick={() => void act(detach.run({ id: file.id }))}
            />
          </li>
        ))}
      </ul>
      {task.files.length === 0 ? <p className="cap">{t('task.noFiles')}</p> : null}
    </section>
  );
}
