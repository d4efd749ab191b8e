import { useTranslation } from 'react-i18next';
import type { Answer, TemplateField } from '../../../shared/contract/briefs.contract';
import { answerTexts } from '../../../shared/domain/brief-answers';
import { canJoin } from '../../../shared/domain/brief-conflict';
import { Button } from '../../components/button';
import type { Choice } from './answer-saver';
import styles from './brief-editor.module.css';
import { useAnswerWords } from './use-answer-words';

type Props = {
  field: TemplateField;
  /** The one that stands in the brief. */
  theirs: Answer | undefined;
  onResolve: (choice: Choice) => void;
};

/** Another answer was given elsewhere while this one was typed: both are there until the user decides. */
export function ConflictNote({ field, theirs, onResolve }: Props) {
  const { t } = useTranslation('brief');
  const words = useAnswerWords(field);
  return (
    <div role="alert" className={styles.conflict}>
      <p>
        <b>{t('conflict.title')}</b> {t('conflict.text')}
      </p>
      <blockquote>
        {theirs === undefined ? t('conflict.takenBack') : words(theirs) || textOf(theirs)}
      </blockquote>
      <p className={styles.choices}>
        <Button onClick={() => onResolve('mine')}>{t('conflict.mine')}</Button>
        <Button onClick={() => onResolve('theirs')}>{t('conflict.theirs')}</Button>
        {theirs !== undefined && canJoin(field.type) ? (
          <Button onClick={() => onResolve('both')}>{t('conflict.both')}</Button>
        ) : null}
      </p>
    </div>
  );
}

function textOf(answer: Answer): string {
  return answerTexts(answer)
    .filter((text) => text.trim() !== '')
    .join('\n');
}
