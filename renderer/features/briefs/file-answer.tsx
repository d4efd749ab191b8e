import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../shared/contract/briefs.contract';
import { Icon } from '../../components/icon';
import { call, failureOf, useRead } from '../../lib/api';
import { fileSize } from '../../lib/file-size';
import { useFormat } from '../../lib/format';
import { useToast } from '../../lib/toast';
import type { AnswerProps } from './answer-fields';
import { useBriefKind } from './brief-context';
import styles from './brief-editor.module.css';
import { RemoveButton } from './remove-button';
import { useAttach } from './use-attach';

const MOST_FILES = 50;

type Files = Extract<Answer, { type: 'file' }>['files'];

/** Attached files: brought by the dialog or dropped here, saved to the disk by their name. */
export function FileAnswer({ field, answer, onChange, onLeave, fixed, describedBy }: AnswerProps) {
  const { t } = useTranslation('brief');
  const format = useFormat();
  const toast = useToast();
  const attach = useAttach(field.key);
  const { id } = useBriefKind();
  const known = useRead('briefs/show', { id }).data?.files ?? [];
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const files = answer?.type === 'file' ? answer.files : [];
  /** Several files may be on their way at once. */
  const latest = useRef(files);
  latest.current = files;

  function put(next: Files) {
    latest.current = next;
    onChange(next.length === 0 ? null : { type: 'file', files: next });
    onLeave();
  }

  async function take(chosen: readonly File[]) {
    const room = MOST_FILES - latest.current.length;
    if (chosen.length > room) toast({ text: t('editor.filesMany', { count: MOST_FILES }) });
    const kept = await attach(chosen.slice(0, room), false);
    if (kept.length === 0) return;
    put([...latest.current, ...kept.map((file) => ({ fileId: file.id, name: file.name }))]);
  }

  const save = (fileId: string) =>
    void call('briefs/save-file', { id: fileId }).then(
      ({ path }) => {
        const name = path?.split(/[/\\]/).at(-1);
        if (name !== undefined) toast({ text: t('editor.fileSaved', { name }) });
      },
      (error: unknown) => toast({ text: failureOf(error)?.message ?? '' }),
    );

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form's part
    <div
      role="group"
      aria-label={field.label}
      aria-describedby={describedBy}
      className={styles.files}
      data-over={isOver}
      onDragOver={(event) => {
        if (fixed || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!fixed) void take([...event.dataTransfer.files]);
      }}
    >
      {files.length === 0 ? <p className={styles.help}>{fixed ? '—' : field.help}</p> : null}
      <ul>
        {files.map(({ fileId, name }) => {
          const size = known.find((file) => file.id === fileId)?.size;
          return (
            <li key={fileId}>
              <button
                type="button"
                className={`cut ${styles.fileName}`}
                title={t('editor.saveFile')}
                onClick={() => save(fileId)}
              >
                {name}
              </button>
              <span className="cap nw">{size === undefined ? '' : fileSize(size, format, t)}</span>
              {fixed ? null : (
                <RemoveButton
                  label={t('editor.removeFile', { name })}
                  onRemove={() => put(files.filter((file) => file.fileId !== fileId))}
                />
              )}
            </li>
          );
        })}
      </ul>
      {fixed ? null : (
        <button type="button" className={styles.add} onClick={() => input.current?.click()}>
          <Icon name="plus" size={12} />
          {t('editor.attach')}
        </button>
      )}
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
    </div>
  );
}
