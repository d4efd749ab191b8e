import type { Output } from '../../../shared/contract/contract';
import { ErrorNote } from '../../components/error-note';
import { SelectField } from '../../components/fields';
import { useCommand, useRead } from '../../lib/api';
import { useTranslation } from '../../lib/translation';
import styles from './time.module.css';

type Name = Output<'time/review-import'>['names'][number];
/** Stands for nothing chosen yet, and for what is not to be logged. */
const UNSAID = '';
const SKIP = 'skip';

/** Names of the other tool that nobody knows here; what is said once is kept for the next file. */
export function ImportNames({ names }: { names: readonly Name[] }) {
  const { t } = useTranslation('time');
  const people = useRead('people/team', {}).data?.people ?? [];
  const clients = useRead('time/bookable', {}).data?.clients ?? [];
  const say = useCommand('time/set-name', { announce: false });
  if (names.length === 0) return null;

  const optionsOf = ({ kind }: Name): { value: string; label: string }[] => {
    if (kind === 'person') return people.map(({ id, name }) => ({ value: id, label: name }));
    if (kind === 'client') return clients.map(({ id, name }) => ({ value: id, label: name }));
    return clients.flatMap(({ name, projects }) =>
      projects.map((project) => ({ value: project.id, label: `${name}, ${project.name}` })),
    );
  };

  return (
    <div className={styles.names}>
      <p className="m">{t('import.names')}</p>
      {names.map((one) => {
        const { kind, name, clientName, rows } = one;
        const label = t(`import.nameOf.${kind}`, { name, count: rows });
        return (
          <div key={`${kind} ${clientName} ${name}`} className={styles.name}>
            <span className="cut" title={label}>
              {label}
            </span>
            <SelectField
              label={label}
              hideLabel
              value={UNSAID}
              options={[
                { value: UNSAID, label: t('import.unsaid') },
                ...optionsOf(one),
                ...(kind === 'project' ? [] : [{ value: SKIP, label: t('import.skip') }]),
              ]}
              onCommit={(value) => {
                if (value === UNSAID) return;
                say.send({ kind, name, clientName, targetId: value === SKIP ? null : value });
              }}
            />
          </div>
        );
      })}
      <ErrorNote failure={say.failure} />
    </div>
  );
}
