import { addDays } from '../../../shared/domain/dates';
import type { SampleContext } from './sample-context';
import { PEOPLE, type PersonCode } from './sample-people';

/** Hours a day from Monday to Friday; the head of the group has the rest for herself. */
const DAY_HOURS: Readonly<Record<PersonCode, number>> = {
  LEAD: 6,
  AM1: 8,
  AM2: 8,
  PPC: 8,
  TGT: 8,
  SEO: 8,
  DES: 8,
  COP: 8,
  DEV: 8,
};

/** Level 1 learns, 2 works alone, 3 teaches. */
const SKILLS: readonly (readonly [PersonCode, string, number])[] = [
  ['LEAD', 'медиапланирование', 3],
  ['LEAD', 'переговоры', 3],
  ['AM1', 'отчётность', 3],
  ['AM1', 'переговоры', 2],
  ['AM2', 'отчётность', 2],
  ['AM2', 'медиапланирование', 1],
  ['PPC', 'Яндекс Директ', 3],
  ['PPC', 'Google Ads', 2],
  ['PPC', 'веб-аналитика', 2],
  ['TGT', 'VK Реклама', 3],
  ['TGT', 'Яндекс Директ', 1],
  ['SEO', 'технический аудит', 3],
  ['SEO', 'веб-аналитика', 3],
  ['DES', 'баннеры', 3],
  ['DES', 'презентации', 2],
  ['COP', 'тексты для рекламы', 3],
  ['COP', 'SEO-тексты', 2],
  ['DEV', 'вёрстка', 3],
  ['DEV', 'настройка целей', 2],
];

/** Days from today. Nobody stands in for the designer, and her vacation falls into the busiest weeks. */
const ABSENCES: readonly (readonly [
  person: PersonCode,
  from: number,
  to: number,
  kind: 'vacation' | 'sick' | 'study',
  deputy: PersonCode | null,
  note: string,
])[] = [
  ['SEO', 0, 2, 'sick', 'PPC', 'больничный открыт утром'],
  ['DES', 10, 18, 'vacation', null, ''],
  ['AM2', 17, 18, 'study', 'AM1', 'курс по медиапланированию'],
  ['COP', 35, 44, 'vacation', 'LEAD', ''],
];

/** What people can work, what they can do, who is away and who teaches whom. */
export function addTeam({ sink, today, makeId, people }: SampleContext): void {
  const idOf = (code: PersonCode): string => people.get(code) ?? '';
  for (const { code } of PEOPLE) {
    const seconds = DAY_HOURS[code] * 3600;
    sink.add('person_capacity', {
      id: makeId(today),
      person_id: idOf(code),
      valid_from: '2020-01-01',
      valid_to: null,
      monday_s: seconds,
      tuesday_s: seconds,
      wednesday_s: seconds,
      thursday_s: seconds,
      friday_s: seconds,
      saturday_s: 0,
      sunday_s: 0,
      calendar: 'RU',
    });
  }
  for (const [code, skill, level] of SKILLS) {
    sink.add('person_skills', { id: makeId(today), person_id: idOf(code), skill, level });
  }
  for (const [code, from, to, kind, deputy, note] of ABSENCES) {
    sink.add('absences', {
      id: makeId(today),
      person_id: idOf(code),
      from_on: addDays(today, from),
      to_on: addDays(today, to),
      kind,
      deputy_id: deputy === null ? null : idOf(deputy),
      note,
    });
  }
  sink.add('mentorships', {
    id: makeId(today),
    trainee_id: idOf('AM2'),
    mentor_id: idOf('AM1'),
    from_on: addDays(today, -60),
    to_on: null,
  });
}
