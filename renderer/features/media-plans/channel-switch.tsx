import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format';
import styles from './channel-switch.module.css';

type Props = {
  channels: readonly { name: string; count: number }[];
  /** All lines of the plan. */
  count: number;
  /** Null: all channels. */
  value: string | null;
  onChange: (channel: string | null) => void;
};

/** Which channel's lines the sheet shows. Arrow keys choose, Tab passes by. */
export function ChannelSwitch({ channels, count, value, onChange }: Props) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const choices = [
    { name: null, label: t('channels.all'), count },
    ...channels.map((channel) => ({ ...channel, label: channel.name || t('channels.none') })),
  ];

  function onKeyDown(event: KeyboardEvent) {
    const isOn = event.key === 'ArrowRight' || event.key === 'ArrowDown';
    const isBack = event.key === 'ArrowLeft' || event.key === 'ArrowUp';
    if (!isOn && !isBack) return;
    event.preventDefault();
    const here = choices.findIndex(({ name }) => name === value);
    const next = (here + (isOn ? 1 : choices.length - 1)) % choices.length;
    const chosen = choices[next];
    if (chosen === undefined) return;
    onChange(chosen.name);
    box.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <div
      ref={box}
      className={styles.channels}
      role="radiogroup"
      aria-label={t('channels.label')}
      onKeyDown={onKeyDown}
    >
      {choices.map((choice) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio cannot hold the count and the focus ring at once
        <button
          key={choice.name === null ? 'all' : `channel:${choice.name}`}
          type="button"
          role="radio"
          aria-checked={choice.name === value}
          tabIndex={choice.name === value ? 0 : -1}
          className={choice.name === value ? styles.on : ''}
          title={choice.label}
          onClick={() => onChange(choice.name)}
        >
          <span className="cut">{choice.label}</span> <i>{format.number(choice.count)}</i>
        </button>
      ))}
    </div>
  );
}
