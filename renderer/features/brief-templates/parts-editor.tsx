import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '../../components/field';
import { Icon } from '../../components/icon';
import styles from './templates.module.css';

type Props = {
  label: string;
  addLabel: string;
  parts: readonly string[];
  most?: number;
  /** Words may change, their number may not. */
  fixed?: boolean;
  onChange: (index: number, text: string) => void;
  onAdd: () => void;
  onRemove: (index: number) => void;
  beside?: (index: number) => ReactNode;
};

/** Options, columns or ticks: Enter adds the next one, a cross takes one away. */
export function PartsEditor(props: Props) {
  const { label, addLabel, parts, most = 50, fixed = false, onChange, onAdd, onRemove } = props;
  const { t } = useTranslation('brief');
  const box = useRef<HTMLFieldSetElement>(null);
  const isFull = fixed || parts.length >= most;

  function add() {
    if (isFull) return;
    onAdd();
    requestAnimationFrame(() =>
      [...(box.current?.querySelectorAll('input') ?? [])].at(-1)?.focus(),
    );
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    add();
  }

  return (
    <fieldset ref={box} className={styles.parts} onKeyDown={onKeyDown}>
      <legend className="lab">{label}</legend>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
        <div key={index} className={styles.part}>
          <div className="grow">
            <TextInput
              label={t('field.item', { field: label, number: index + 1 })}
              hideLabel
              value={part}
              onChange={(text) => onChange(index, text)}
            />
          </div>
          {props.beside?.(index)}
          {fixed ? null : (
            <button
              type="button"
              className={styles.remove}
              aria-label={t('field.removeItem', { number: index + 1 })}
              onClick={() => onRemove(index)}
            >
              <Icon name="close" size={12} />
            </button>
          )}
        </div>
      ))}
      {isFull ? null : (
        <button type="button" className={styles.add} onClick={add}>
          <Icon name="plus" size={12} />
          {addLabel}
        </button>
      )}
    </fieldset>
  );
}
