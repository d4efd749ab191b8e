import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BRIEF_TASK_ROLES,
  briefTaskSet,
  isBriefTaskRole,
  scheduleBriefTasks,
} from '../../../shared/domain/brief-tasks';
import { BRIEF_TEMPLATE_KEYS, findBriefTemplate } from '../../../shared/domain/brief-templates';
import { addDays } from '../../../shared/domain/dates';
import { countWorkDays, isWeekday } from '../../../shared/domain/work/work-days';
import { translatorOf } from '../../../shared/i18n/all-messages';

const keys = [...BRIEF_TEMPLATE_KEYS, 'of-ones-own'];

describe('sets of tasks by briefs', () => {
  it.each(keys)('%s stands on sections there are and waits for earlier tasks only', (key) => {
    const set = briefTaskSet(key);
    const sections = findBriefTemplate(key)?.sections.map((section) => section.key) ?? [];
    const before = new Set<string>();
    for (const task of set) {
      for (const name of task.after) expect(before).toContain(name);
      if (sections.length > 0) for (const name of task.sections) expect(sections).toContain(name);
      expect(before.has(task.key)).toBe(false);
      expect(task.days[1]).toBeGreaterThanOrEqual(task.days[0]);
      before.add(task.key);
    }
    expect(set.length).toBeGreaterThan(4);
  });

  it.each(['ru', 'en', 'lv'] as const)('has every word in %s', (language) => {
    const { exists } = translatorOf(language);
    const has = (key: string) => exists(`brief:tasks.${key}`, { lng: language, fallbackLng: [] });
    for (const { set, key, checks } of keys.flatMap((template) => briefTaskSet(template))) {
      expect([key, has(`set.${set}.${key}.title`)]).toEqual([key, true]);
      expect([key, has(`set.${set}.${key}.check.${checks}`)]).toEqual([key, true]);
      expect([key, has(`set.${set}.${key}.check.${checks + 1}`)]).toEqual([key, false]);
    }
    for (const role of BRIEF_TASK_ROLES) expect([role, has(`role.${role}`)]).toEqual([role, true]);
  });

  it.each(['ru', 'en', 'lv'] as const)('knows its own roles in %s', (language) => {
    const { t } = translatorOf(language);
    for (const role of BRIEF_TASK_ROLES) {
      const words = t(`brief:tasks.role.${role}`);
      expect([words, isBriefTaskRole(words, role)]).toEqual([words, true]);
    }
  });

  it('keeps lengths, order and working days, whatever the brief says', () => {
    const dayFrom = (from: number, to: number) =>
      fc.integer({ min: from, max: to }).map((days) => addDays('2026-11-23', days));
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        dayFrom(0, 30),
        fc.option(dayFrom(-30, 90)),
        fc.option(dayFrom(-30, 200)),
        (key, approval, start, end) => {
          const set = briefTaskSet(key);
          const planned = scheduleBriefTasks(set, { approval, start, end }, isWeekday);
          for (const task of set) {
            const days = planned.get(task.key);
            if (days === undefined) throw new Error(`${task.key} was not planned`);
            expect(days.startOn >= approval && isWeekday(days.startOn)).toBe(true);
            expect(isWeekday(days.dueOn)).toBe(true);
            const length = countWorkDays(days.startOn, days.dueOn, isWeekday);
            expect(length).toBe(task.days[1] - task.days[0] + 1);
            for (const name of task.after) {
              expect(days.startOn > (planned.get(name)?.dueOn ?? '')).toBe(true);
            }
          }
        },
      ),
    );
  });
});
