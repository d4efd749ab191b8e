import { useTranslation } from 'react-i18next';
import type { Explanation, FigureId } from '../../../shared/contract/portfolio.contract';
import { Figure } from '../../components/figure';
import { usePhrase } from '../../lib/phrase';
import styles from './explain.module.css';

type Input = Explanation['inputs'][number];

/** The formula in words, and below it each input in a box; an input that is computed opens further. */
export function ExplainFormula({
  explanation,
  onOpen,
}: {
  readonly explanation: Explanation;
  readonly onOpen: (figureId: FigureId) => void;
}) {
  const phrase = usePhrase();
  return (
    <>
      <p className="t2">{phrase(explanation.formula)}</p>
      {explanation.inputs.length > 0 && (
        <ul className={styles.inputs}>
          {explanation.inputs.map((input) => (
            <li key={`${input.label.key}${JSON.stringify(input.label.params)}`}>
              <span className="t2">{phrase(input.label)}</span>{' '}
              <InputBox input={input} currency={explanation.currency} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function InputBox({
  input,
  currency,
  onOpen,
}: {
  readonly input: Input;
  readonly currency: string | null;
  readonly onOpen: (figureId: FigureId) => void;
}) {
  const { t } = useTranslation('client');
  const { explains } = input;
  const figure = (
    <Figure
      figure={input.figure}
      unit={input.unit}
      currency={currency}
      withUnit={input.unit !== 'money'}
      tone="signed"
    />
  );
  if (explains === null) return <span className={styles.box}>{figure}</span>;
  return (
    <button
      type="button"
      className={`${styles.box} ${styles.further}`}
      title={t('why.further', { figure: t(`figures.${explains}`) })}
      onClick={() => onOpen(explains)}
    >
      {figure}
    </button>
  );
}
