import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../shared/contract/briefs.contract';
import { answerTexts } from '../../../shared/domain/brief-answers';
import { useFormat } from '../../lib/format';
import type { SaveState } from './answer-saver';
import styles from './brief-editor.module.css';

type Props = {
  state: SaveState;
  answers: Readonly<Record<string, Answer | undefined>>;
  onRetry: () => void;
};

/** Whether what was typed is kept, and since when. */
export function SaveStatus({ state, answers, onRetry }: Props) {
  const { t } = useTranslation('brief');
  const format = useFormat();
  const count = useMemo(() => countWords(answers), [answers]);
  return (
    <>
      <span role="status">
        {state.kind === 'idle' ? t('save.auto') : null}
        {state.kind === 'saving' ? t('save.saving') : null}
        {state.kind === 'saved' ? (
          <>
            {t('save.auto')}. {t('save.saved', { time: format.timeSeconds(state.at) })}
          </>
        ) : null}
        {state.kind === 'failed' ? (
          <span className="neg">{t('save.failed', { reason: state.failure.message })}</span>
        ) : null}
      </span>
      {state.kind === 'failed' ? (
        <button type="button" className={styles.link} onClick={onRetry}>
          {t('save.retry')}
        </button>
      ) : null}
      <span>{t('save.words', { count })}</span>
      <span>
        <kbd>Ctrl ↓</kbd> {t('keys.nextSection')}
      </span>
    </>
  );
}

function countWords(answers: Props['answers']): number {
  const texts = Object.values(answers).flatMap((answer) =>
    answer === undefined || answer.type === 'file' ? [] : answerTexts(answer),
  );
  return texts.join(' ').split(/\s+/).filter(Boolean).length;
}
