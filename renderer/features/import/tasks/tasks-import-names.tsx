import type { Output } from '../../../../shared/contract/contract';
import { ErrorNote } from '../../../components/error-note';
import { SelectField } from '../../../components/fields';
import { useCommand, useRead } from '../../../lib/api';
import { useTranslation } from '../../../lib/translation';
import styles from './tasks-import.module.css';

type Named = { readonly id: string; readonly name: string };
type Props = {
  names: Output<'imports/review-tasks'>['names'];
  clients: readonly Named[];
};

/** Stands for nothing chosen yet, and for nobody of ours. */
const UNSAID = '';
const NOBODY = 'nobody';

/** People and clients of the other tool that nobody knows here; what is said once is kept. */
export function TasksImportNames({ names, clients }: Props) {
  const { t } = useTranslation('import');
  const people = useRead('people/team', {}).data?.people ?? [];
  const say = useCommand('time/set-name', { announce: false });
  if (names.length === 0) return null;
  return (
    <fieldset className={styles.names}>
      <legend>{t('tasks.names')}</legend>
      {names.map(({ kind, name, clientName, rows }) => (
        <SelectField
          key={`${kind} ${name}`}
          label={t(`tasks.nameOf.${kind}`, { name, count: rows })}
          value={UNSAID}
          options={[
            { value: UNSAID, label: t('tasks.unsaid') },
            ...(kind === 'person' ? people : clients).map((one: Named) => ({
              value: one.id,
              label: one.name,
            })),
            { value: NOBODY, label: t(`tasks.nobody.${kind}`) },
          ]}
          onCommit={(value) => {
            if (value === UNSAID) return;
            say.send({ kind, name, clientName, targetId: value === NOBODY ? null : value });
          }}
        />
      ))}
      <ErrorNote failure={say.failure} />
    </fieldset>
  );
}
