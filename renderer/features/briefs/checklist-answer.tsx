import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import type { AnswerProps } from './answer-fields';
import styles from './brief-editor.module.css';
import { RemoveButton } from './remove-button';

const MOST_ITEMS = 200;

type Item = { text: string; done: boolean };

/** Points to tick off; until it is answered, those the template begins with. */
export function ChecklistAnswer({
  field,
  answer,
  onChange,
  onLeave,
  fixed,
  describedBy,
}: AnswerProps) {
  const { t } = useTranslation('brief');
  const box = useRef<HTMLUListElement>(null);
  const given = field.items.map((text): Item => ({ text, done: false }));
  const kept = answer?.type === 'checklist' ? answer.items : given;
  const items = kept.length === 0 ? [{ text: '', done: false }] : kept;

  function put(next: readonly Item[], focus?: number) {
    const items = next.slice(0, MOST_ITEMS);
    onChange(
      items.every(({ text }) => text === '') ? null : { type: 'checklist', items: [...items] },
    );
    if (focus !== undefined) {
      requestAnimationFrame(() => box.current?.querySelectorAll('textarea')[focus]?.focus());
    }
  }

  const amend = (index: number, patch: Partial<Item>) =>
    put(items.map((item, at) => (at === index ? { ...item, ...patch } : item)));

  function onKeyDown(event: KeyboardEvent, index: number) {
    if (fixed) return;
    const isBlank = items[index]?.text === '';
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (isBlank) return;
      const next = { text: '', done: false };
      put([...items.slice(0, index + 1), next, ...items.slice(index + 1)], index + 1);
    }
    if (event.key === 'Backspace' && isBlank && items.length > 1) {
      event.preventDefault();
      put(
        items.filter((_, at) => at !== index),
        Math.max(0, index - 1),
      );
    }
  }

  return (
    <>
      <ul
        ref={box}
        className={styles.checklist}
        aria-label={field.label}
        aria-describedby={describedBy}
      >
        {items.map(({ text, done }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: points have no identity but their place
          <li key={index}>
            <input
              type="checkbox"
              className={styles.tick}
              aria-label={
                text === '' ? t('field.item', { field: field.label, number: index + 1 }) : text
              }
              checked={done}
              disabled={fixed || text === ''}
              onChange={(event) => {
                amend(index, { done: event.target.checked });
                onLeave();
              }}
            />
            <textarea
              className={done ? `${styles.text} ${styles.done}` : styles.text}
              aria-label={t('field.item', { field: field.label, number: index + 1 })}
              placeholder={index === 0 ? field.help : ''}
              rows={1}
              maxLength={500}
              value={text}
              readOnly={fixed}
              spellCheck={false}
              onChange={(event) => amend(index, { text: event.target.value.replaceAll('\n', ' ') })}
              onKeyDown={(event) => onKeyDown(event, index)}
              onBlur={onLeave}
            />
            {fixed || items.length === 1 ? null : (
              <RemoveButton
                label={t('field.removeItem', { number: index + 1 })}
                onRemove={() => put(items.filter((_, at) => at !== index))}
              />
            )}
          </li>
        ))}
      </ul>
      {fixed || items.at(-1)?.text === '' ? null : (
        <button
          type="button"
          className={styles.add}
          onClick={() => put([...items, { text: '', done: false }], items.length)}
        >
          <Icon name="plus" size={12} />
          {t('field.addItem')}
        </button>
      )}
    </>
  );
}
