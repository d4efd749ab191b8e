import { useState } from 'react';
import type { Output } from '../../../shared/contract/contract';
import type { CalendarCountry } from '../../../shared/contract/team.contract';
import { addDays, mondayOf } from '../../../shared/domain/dates';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { DateField, HoursField, SelectField, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import { Pane } from '../../components/pane';
import { Segmented } from '../../components/segmented';
import { useCommand } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import { useToday } from '../../lib/workspace';
import styles from './settings.module.css';

type Member = Output<'people/team'>['people'][number];
type Props = { person: Member; people: readonly Member[] };

/** Working hours from a day on, skills, further roles and the mentor of one person. */
export function TeamDetail({ person, people }: Props) {
  return (
    <aside className={styles.detail}>
      <Hours person={person} />
      <Skills person={person} />
      <Roles person={person} />
      <Mentor person={person} people={people} />
    </aside>
  );
}

function Hours({ person }: { person: Member }) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const today = useToday();
  const save = useCommand('people/set-capacity');
  const [from, setFrom] = useState(today);
  const monday = mondayOf(today);

  const write = (weekSeconds: number[], calendar: CalendarCountry) =>
    save.send({ personId: person.id, validFrom: from, validTo: null, weekSeconds, calendar });

  return (
    <Pane title={person.name} caption={t('team.hours')}>
      <div className={styles.weekForm}>
        {person.weekSeconds.map((seconds, index) => {
          const on = addDays(monday, index);
          return (
            <HoursField
              key={on}
              label={t(`weekday.${index + 1}`)}
              value={seconds}
              maxSeconds={86_400}
              suffix=""
              required={t('team.hoursNeeded')}
              onCommit={(next) => {
                if (next === null) return;
                const week = person.weekSeconds.map((old, at) => (at === index ? next : old));
                write(week, person.calendar);
              }}
            />
          );
        })}
      </div>
      <div className={styles.teamPair}>
        <DateField
          label={t('team.from')}
          value={from}
          required={t('locks.dayNeeded')}
          onCommit={(on) => setFrom(on ?? today)}
        />
        <Segmented
          label={t('team.calendar')}
          value={person.calendar}
          segments={(['RU', 'LV'] as const).map((value) => ({
            value,
            label: t(`country.${value}`),
          }))}
          onChange={(calendar) => write([...person.weekSeconds], calendar)}
        />
      </div>
      <ErrorNote failure={save.failure} />
      {person.isStated ? null : <p className={styles.note}>{t('team.assumed')}</p>}
      {person.capacities.length < 2 ? null : (
        <ul className={styles.teamList}>
          {person.capacities.map((row) => (
            <li key={row.id}>
              <span className="grow">{t('team.since', { on: format.date(row.validFrom) })}</span>
              {format.hoursUnit(
                row.weekSeconds.reduce((sum, seconds) => sum + seconds, 0),
                { max: 1 },
              )}
            </li>
          ))}
        </ul>
      )}
    </Pane>
  );
}

function Skills({ person }: { person: Member }) {
  const { t } = useTranslation('time');
  const set = useCommand('people/set-skill');
  const remove = useCommand('people/remove-skill');
  const [skill, setSkill] = useState('');
  const levels = (['1', '2', '3'] as const).map((value) => ({ value, label: t(`level.${value}`) }));

  return (
    <Pane line="top" title={t('team.skills')}>
      <ul className={styles.teamList}>
        {person.skills.map((row) => (
          <li key={row.id}>
            <span className="grow cut">{row.skill}</span>
            <SelectField
              label={t('team.levelOf', { skill: row.skill })}
              hideLabel
              value={row.level === 1 ? '1' : row.level === 2 ? '2' : '3'}
              options={levels}
              onCommit={(level) =>
                set.send({ personId: person.id, skill: row.skill, level: Number(level) })
              }
            />
            <Button
              variant="quiet"
              icon="close"
              iconOnly
              aria-label={t('team.removeWhat', { what: row.skill })}
              onClick={() => remove.send({ id: row.id })}
            />
          </li>
        ))}
      </ul>
      <Form
        className={styles.teamPair}
        label={t('team.addSkill')}
        onSubmit={async () => {
          if (skill.trim() === '') return;
          const done = await set
            .run({ personId: person.id, skill: skill.trim(), level: 2 })
            .catch(() => null);
          if (done !== null) setSkill('');
        }}
      >
        <TextField
          label={t('team.skill')}
          hideLabel
          value={skill}
          placeholder={t('team.skill')}
          onCommit={(text) => setSkill(text ?? '')}
        />
        <Button type="submit">{t('team.addSkill')}</Button>
      </Form>
      <ErrorNote failure={set.failure ?? remove.failure} />
    </Pane>
  );
}

function Roles({ person }: { person: Member }) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const today = useToday();
  const set = useCommand('people/set-role');
  const remove = useCommand('people/remove-role');
  const [role, setRole] = useState('');
  return (
    <Pane line="top" title={t('team.roles')} caption={person.role}>
      <ul className={styles.teamList}>
        {person.roles.map((row) => (
          <li key={row.id}>
            <span className="grow cut">{row.role}</span>
            <span className="t3">{t('team.since', { on: format.date(row.validFrom) })}</span>
            <Button
              variant="quiet"
              icon="close"
              iconOnly
              aria-label={t('team.removeWhat', { what: row.role })}
              onClick={() => remove.send({ id: row.id })}
            />
          </li>
        ))}
      </ul>
      <Form
        className={styles.teamPair}
        label={t('team.addRole')}
        onSubmit={async () => {
          if (role.trim() === '') return;
          const done = await set
            .run({ personId: person.id, role: role.trim(), validFrom: today, validTo: null })
            .catch(() => null);
          if (done !== null) setRole('');
        }}
      >
        <TextField
          label={t('team.role')}
          hideLabel
          value={role}
          placeholder={t('team.role')}
          onCommit={(text) => setRole(text ?? '')}
        />
        <Button type="submit">{t('team.addRole')}</Button>
      </Form>
      <ErrorNote failure={set.failure ?? remove.failure} />
    </Pane>
  );
}

function Mentor({ person, people }: Props) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const today = useToday();
  const set = useCommand('people/set-mentor');
  const remove = useCommand('people/remove-mentor');
  return (
    <Pane line="top" title={t('team.mentor')}>
      <ul className={styles.teamList}>
        {person.mentors.map((row) => (
          <li key={row.id}>
            <span className="grow cut">{row.mentorName}</span>
            <span className="t3">{t('team.since', { on: format.date(row.fromOn) })}</span>
            <Button
              variant="quiet"
              icon="close"
              iconOnly
              aria-label={t('team.removeWhat', { what: row.mentorName })}
              onClick={() => remove.send({ id: row.id })}
            />
          </li>
        ))}
      </ul>
      <div className={styles.teamPair}>
        <SelectField
          label={t('team.mentor')}
          hideLabel
          value=""
          options={[
            { value: '', label: t('team.addMentor') },
            ...people
              .filter(({ id }) => id !== person.id)
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onCommit={(mentorId) => {
            if (mentorId === '') return;
            set.send({ traineeId: person.id, mentorId, fromOn: today, toOn: null });
          }}
        />
      </div>
      <ErrorNote failure={set.failure ?? remove.failure} />
    </Pane>
  );
}
