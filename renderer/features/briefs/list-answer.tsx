import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import type { AnswerProps } from './answer-fields';
import styles from './brief-editor.module.css';
import { RemoveButton } from './remove-button';

const MOST_ITEMS = 200;

/** Lines of a list: Enter begins the next one, Backspace in an empty one takes it away. */
export function ListAnswer({ field, answer, onChange, onLeave, fixed, describedBy }: AnswerProps) {
  const { t } = useTranslation('brief');
  const box = useRef<HTMLUListElement>(null);
  const kept = answer?.type === 'list' ? answer.items : [];
  const items = kept.length === 0 ? [''] : kept;

  function put(next: readonly string[], focus?: number) {
    const items = next.slice(0, MOST_ITEMS);
    onChange(items.every((item) => item === '') ? null : { type: 'list', items: [...items] });
    if (focus !== undefined) {
      requestAnimationFrame(() => box.current?.querySelectorAll('textarea')[focus]?.focus());
    }
  }

  function onKeyDown(event: KeyboardEvent, index: number) {
    if (fixed) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      // A blank line at the end is not kept twice.
      if (items[index] === '') return;
      put([...items.slice(0, index + 1), '', ...items.slice(index + 1)], index + 1);
    }
    if (event.key === 'Backspace' && items[index] === '' && items.length > 1) {
      event.preventDefault();
      put(
        items.filter((_, at) => at !== index),
        Math.max(0, index - 1),
      );
    }
  }

  function onPaste(event: ClipboardEvent, index: number) {
    const lines = event.clipboardData
      .getData('text')
      .split(/\r?\n/)
      .map((line) => line.trim());
    if (fixed || lines.length < 2) return;
    event.preventDefault();
    const pasted = lines.filter((line) => line !== '').map((line) => line.slice(0, 500));
    const before = items.slice(0, items[index] === '' ? index : index + 1);
    put([...before, ...pasted, ...items.slice(index + 1)], before.length + pasted.length - 1);
  }

  return (
    <>
      <ul ref={box} className={styles.list} aria-label={field.label} aria-describedby={describedBy}>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <li key={index}>
            <textarea
              className={styles.text}
              aria-label={t('field.item', { field: field.label, number: index + 1 })}
              placeholder={index === 0 ? field.help : ''}
              rows={1}
              maxLength={500}
              value={item}
              readOnly={fixed}
              spellCheck={false}
              onChange={(event) =>
                put(
                  items.map((old, at) =>
                    at === index ? event.target.value.replaceAll('\n', ' ') : old,
                  ),
                )
              }
              onKeyDown={(event) => onKeyDown(event, index)}
              onPaste={(event) => onPaste(event, index)}
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
      {fixed || items.at(-1) === '' ? null : (
        <button
          type="button"
          className={styles.add}
          onClick={() => put([...items, ''], items.length)}
        >
          <Icon name="plus" size={12} />
          {t('field.addItem')}
        </button>
      )}
    </>
  );
}
