import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../../shared/contract/proposals.contract';
import { CheckField } from '../../components/fields';
import { useFormat } from '../../lib/format';
import styles from './proposals.module.css';

export type Taken = { package: string; optionIds: string[] };

/** What stands as taken in the estimate: where the question starts. */
export function takenOf({ packages, lines }: Proposal): Taken {
  return {
    package: packages.find(({ isChosen }) => isChosen)?.name ?? '',
    optionIds: optionsOf(lines)
      .filter(({ chosen }) => chosen)
      .map(({ id }) => id),
  };
}

function optionsOf(lines: Proposal['lines']): Proposal['lines'] {
  return lines.filter((line) => line.isOption && line.package === '');
}

type Props = { proposal: Proposal; taken: Taken; onChange: (taken: Taken) => void };

/** Which package and which options the client took: only they become work. */
export function AcceptChoice({ proposal, taken, onChange }: Props) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const options = optionsOf(proposal.lines);
  const { packages, currency } = proposal;
  return (
    <>
      {packages.length === 0 ? null : (
        <fieldset className={styles.choice}>
          <legend>{t('accept.package')}</legend>
          {packages.map(({ name, grossMinor }) => (
            <label key={name} className={styles.packageName}>
              <input
                type="radio"
                name="taken-package"
                checked={taken.package === name}
                onChange={() => onChange({ ...taken, package: name })}
              />
              <span className="grow cut">{name}</span>
              <span className="n t2">{format.money(grossMinor, currency)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {options.length === 0 ? null : (
        <fieldset className={styles.choice}>
          <legend>{t('accept.options')}</legend>
          {options.map((option) => (
            <div key={option.id} className="row">
              <CheckField
                label={option.title}
                checked={taken.optionIds.includes(option.id)}
                onChange={(isTaken) =>
                  onChange({
                    ...taken,
                    optionIds: isTaken
                      ? [...taken.optionIds, option.id]
                      : taken.optionIds.filter((id) => id !== option.id),
                  })
                }
              />
              <span className="grow" />
              <span className="n t2">{format.money(option.amounts.amountMinor, currency)}</span>
            </div>
          ))}
        </fieldset>
      )}
    </>
  );
}
