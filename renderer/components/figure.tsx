import type { KeyboardEvent, ReactNode } from 'react';
import type { FigureDto } from '../../shared/contract/primitives';
import { type ExplainRequest, useExplain } from '../lib/explain';
import { DASH, type FigureStyle, formatValue } from '../lib/figure';
import { useFormat } from '../lib/format';
import { useMissing } from '../lib/phrase';
import { useTranslation } from '../lib/translation';
import styles from './figure.module.css';

type Props = FigureStyle & {
  figure: FigureDto;
  /** Makes the figure openable: by a click, Enter, or `E` while it has the focus. */
  explain?: ExplainRequest | undefined;
  /** Colour with a meaning. `signed`: red below zero. Unknown is always amber. */
  tone?: 'plain' | 'pos' | 'neg' | 'warn' | 'signed';
  bold?: boolean;
  /** Other words for the value, such as a rounded sum inside a sentence. */
  children?: ReactNode;
  /** A remark of its own for the tip: the amount in another currency. */
  tip?: string | undefined;
};

/** A computed figure in one of its states: a number, «—», or the reason why it is not known. */
export function Figure({
  figure,
  explain,
  tone = 'plain',
  bold = false,
  children,
  tip,
  ...style
}: Props) {
  const format = useFormat();
  const reason = useMissing();
  const openExplain = useExplain();
  const { t } = useTranslation('common');
  const { value, missing } = figure;
  const isUnknown = value === null && missing.length > 0;

  const text =
    value === null
      ? isUnknown
        ? reason(missing)
        : DASH
      : (children ?? formatValue(format, value, style));
  const classes = [
    styles.figure,
    toneOf(value, isUnknown, tone),
    bold ? 'b' : '',
    explain === undefined ? '' : styles.openable,
  ]
    .filter(Boolean)
    .join(' ');

  if (explain === undefined) {
    return (
      <span className={classes} title={isUnknown ? reason(missing) : tip}>
        {text}
      </span>
    );
  }

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>) {
    if (event.code !== 'KeyE' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (explain !== undefined) openExplain(explain, event.currentTarget);
  }

  return (
    <button
      type="button"
      className={classes}
      aria-haspopup="dialog"
      data-explain={explain.figureId}
      title={isUnknown ? reason(missing) : (tip ?? t('figure.explain'))}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        event.stopPropagation();
        openExplain(explain, event.currentTarget);
      }}
    >
      {text}
    </button>
  );
}

function toneOf(value: number | null, isUnknown: boolean, tone: Props['tone']): string {
  if (isUnknown) return 'warn';
  if (value === null) return 'dash';
  if (tone === 'signed') return value < 0 ? 'neg' : '';
  return tone === 'plain' || tone === undefined ? '' : tone;
}
