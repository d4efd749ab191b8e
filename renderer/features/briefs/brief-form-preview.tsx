import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  BriefFormField,
  BriefFormPreview,
} from '../../../shared/contract/brief-forms.contract';
import type { Failure } from '../../../shared/contract/result';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNote } from '../../components/error-note';
import { Tag } from '../../components/tag';
import { useCommand } from '../../lib/api';
import styles from './brief-form-preview.module.css';

type Props = {
  preview: BriefFormPreview;
  lang: string;
  onClose: () => void;
};

const TONE = {
  new: 'pos',
  changed: 'acc',
  cleared: 'warn',
  ours: 'plain',
  both: 'warn',
  unreadable: 'neg',
  unchanged: 'plain',
} as const;

/** Only what the client alone changed is chosen from the start. */
function isPlain({ change }: BriefFormField): boolean {
  return change === 'new' || change === 'changed';
}

/** What a filled form would change, question by question; the user says which answers to take. */
export function BriefFormPreviewDialog({ preview, lang, onClose }: Props) {
  const { t } = useTranslation('brief');
  const { run, isRunning, failure } = useCommand('briefs/take-answers');
  const { fields, fileVersion, version, fileName } = preview;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(fields.filter(isPlain).map(({ fieldKey }) => fieldKey)),
  );
  const shown = fields.filter(({ change, notes }) => change !== 'unchanged' || notes.length > 0);
  const taken = fields.filter(({ fieldKey }) => chosen.has(fieldKey));

  const toggle = (key: string) =>
    setChosen((now) => {
      const next = new Set(now);
      if (!next.delete(key)) next.add(key);
      return next;
    });

  async function take() {
    const answers = taken.map(({ fieldKey, answer }) => ({ fieldKey, answer }));
    const { briefId: id, revision } = preview;
    try {
      await run({ id, revision, fileName: fileName.slice(0, 500), answers });
      onClose();
    } catch {
      // The refusal stands in the dialog.
    }
  }

  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title={t('forms.preview')}>
      <div className={styles.body}>
        <p className="t2">{t('forms.from', { file: fileName, version: fileVersion })}</p>
        {version === fileVersion ? null : <p className="t2">{t('forms.behind', { version })}</p>}
        {shown.length === 0 ? (
          <p>{t('forms.nothing')}</p>
        ) : (
          <ul className={styles.list}>
            {shown.map((field) => (
              <li key={field.fieldKey}>
                <Field
                  field={field}
                  lang={lang}
                  isChosen={chosen.has(field.fieldKey)}
                  onToggle={() => toggle(field.fieldKey)}
                />
              </li>
            ))}
          </ul>
        )}
        {shown.length > 0 && fields.length > shown.length ? (
          <p className="cap">{t('forms.rest', { count: fields.length - shown.length })}</p>
        ) : null}
        <ErrorNote failure={failure} />
        <div className={styles.foot}>
          {taken.length === 0 ? (
            <Button onClick={onClose}>{t('forms.close')}</Button>
          ) : (
            <Button variant="primary" disabled={isRunning} onClick={() => void take()}>
              {t('forms.take', { count: taken.length })}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** Why a form was not written or not read: the place of its preview. */
export function BriefFormFailure({
  failure,
  onClose,
}: {
  failure: Failure | null;
  onClose: () => void;
}) {
  const { t } = useTranslation('brief');
  if (failure === null) return null;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title={t('forms.preview')}>
      <div className={styles.body}>
        <ErrorNote failure={failure} />
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('forms.close')}</Button>
        </div>
      </div>
    </Dialog>
  );
}

type FieldProps = { field: BriefFormField; lang: string; isChosen: boolean; onToggle: () => void };

function Field({ field, lang, isChosen, onToggle }: FieldProps) {
  const { t } = useTranslation('brief');
  const { label, change, problem, notes, before, after } = field;
  const isOpen = change !== 'unreadable' && change !== 'unchanged';
  return (
    <>
      <div className={styles.head}>
        {isOpen ? (
          <input
            type="checkbox"
            checked={isChosen}
            onChange={onToggle}
            aria-label={t('forms.take-field', { field: label })}
          />
        ) : null}
        <span className="b">{label}</span>
        <Tag tone={TONE[change]}>{t(`forms.change.${change}`)}</Tag>
      </div>
      {problem === null ? null : (
        <p className={styles.problem}>{t(`forms.problem.${problem.code}`, problem.params)}</p>
      )}
      {isOpen ? (
        <dl className={styles.pair}>
          <Side title={t('forms.before')} text={before} lang={lang} />
          <Side title={t('forms.after')} text={after} lang={lang} />
        </dl>
      ) : null}
      {notes.map(({ code, params }) => (
        <p key={`${code} ${JSON.stringify(params)}`} className="cap">
          {t(`forms.note.${code}`, params)}
        </p>
      ))}
    </>
  );
}

function Side({ title, text, lang }: { title: string; text: string; lang: string }) {
  const { t } = useTranslation('brief');
  return (
    <div>
      <dt className="cap">{title}</dt>
      <dd className={text === '' ? 't3' : styles.words} lang={lang}>
        {text === '' ? t('forms.blank') : text}
      </dd>
    </div>
  );
}
