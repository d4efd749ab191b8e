import { workloadOf } from '../work-load.service';
import type { MondaySection, SectionItem } from './monday-section';

/** People with more firm work this week than they have time for. No money of its own. */
export const overloadedPeople: MondaySection = {
  items({ read, today, week }) {
    const { people } = workloadOf(read, today, { from: week.from, weeks: 1 });
    return people.flatMap((person): SectionItem[] => {
      const [cell] = person.cells;
      if (cell === undefined || cell.overloadSeconds <= 0) return [];
      const needed = cell.availableSeconds + cell.overloadSeconds;
      return [
        {
          key: `overload:${person.personId}:${week.from}`,
          section: 'overload',
          client: null,
          what: {
            key: 'monday:what.overload',
            params: { name: person.name, seconds: needed, available: cell.availableSeconds },
          },
          details: [{ key: 'monday:detail.overload', params: { seconds: cell.overloadSeconds } }],
          debt: null,
          income: null,
          atRisk: null,
          due: week.to,
          link: '/tasks/workload',
        },
      ];
    });
  },
};
