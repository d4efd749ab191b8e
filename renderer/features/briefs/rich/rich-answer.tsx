import { Suspense, useEffect, useRef, useState } from 'react';
import { isBlankRich } from '../../../../shared/domain/rich-text';
import { lazyScreen } from '../../../lib/lazy-screen';
import type { AnswerProps } from '../answer-fields';
import styles from './rich.module.css';
import type { RichEditorProps } from './rich-editor';
import { RichView } from './rich-view';

// The editor is as large as a screen of its own: it is loaded when the first field of its kind is near.
const RichEditor = lazyScreen<RichEditorProps>(
  async () => (await import('./rich-editor')).RichEditor,
);

/** How near a field comes to what is seen before it is made ready to be written in. */
const NEAR = '300px 0px';

/**
 * A formatted answer. Only fields near the part that is seen hold an editor, so that a long brief costs no
 * more than a short one; the others show the same elements.
 */
export function RichAnswer(props: AnswerProps) {
  const { answer, field, fixed } = props;
  const box = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const doc = answer?.type === 'rich' ? answer.doc : null;
  const isBlank = doc === null || isBlankRich(doc);

  useEffect(() => {
    const element = box.current;
    if (element === null || fixed || typeof IntersectionObserver === 'undefined') return;
    const root = element.closest('article');
    const observer = new IntersectionObserver(
      (entries) => {
        const near = entries.at(-1)?.isIntersecting === true;
        // What is written in stays, wherever it was scrolled.
        const isKept = near || element.contains(document.activeElement);
        setNear(isKept);
        if (!isKept) setAsked(false);
      },
      { root, rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [fixed]);

  const still = (
    <div
      className={styles.text}
      {...(fixed
        ? { role: 'group', 'aria-label': field.label }
        : {
            role: 'textbox',
            'aria-multiline': true,
            'aria-label': field.label,
            tabIndex: 0,
            'data-waiting': '',
            onFocus: () => setAsked(true),
          })}
    >
      {doc === null || isBlank ? (
        <p className={styles.help}>{fixed ? '—' : field.help}</p>
      ) : (
        <RichView doc={doc} />
      )}
    </div>
  );
  return (
    <div ref={box} className={styles.box}>
      {fixed || !(isNear || isAsked) ? (
        still
      ) : (
        <Suspense fallback={still}>
          <RichEditor {...props} doc={doc} takesFocus={isAsked} />
        </Suspense>
      )}
    </div>
  );
}
