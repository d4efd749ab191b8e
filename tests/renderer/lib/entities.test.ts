import { getTableName, is, Table } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import * as adStatistics from '../../../db/schema/ad-statistics.schema';
import * as agency from '../../../db/schema/agency.schema';
import * as briefs from '../../../db/schema/briefs.schema';
import * as clients from '../../../db/schema/clients.schema';
import * as mediaPlanDetails from '../../../db/schema/media-plan-details.schema';
import * as mediaPlans from '../../../db/schema/media-plans.schema';
import * as money from '../../../db/schema/money.schema';
import * as people from '../../../db/schema/people.schema';
import * as work from '../../../db/schema/work.schema';
import { methodsShowing } from '../../../renderer/lib/entities';

const tables = [
  adStatistics,
  agency,
  briefs,
  clients,
  mediaPlanDetails,
  mediaPlans,
  money,
  people,
  work,
]
  .flatMap((area) => Object.values(area))
  .filter((value): value is Table => is(value, Table))
  .map((table) => getTableName(table));

describe('what is read again after a change', () => {
  it('is known for every table of the file', () => {
    expect(tables.length).toBeGreaterThan(20);
    // A table without an entry makes everything be read again: right, but needlessly slow.
    const unknown = tables.filter((table) => methodsShowing([table])('no/such-method'));
    expect(unknown).toEqual([]);
  });

  it('is the portfolio and the client after hours were logged, not the settings', () => {
    const touched = methodsShowing(['time_entries', 'client_months']);
    expect(touched('portfolio/show')).toBe(true);
    expect(touched('clients/hours')).toBe(true);
    expect(touched('settings/show')).toBe(false);
  });

  it('is always the status: it holds what can be undone', () => {
    expect(methodsShowing([])('workspace/status')).toBe(true);
  });

  it('is everything after a change nobody foresaw', () => {
    expect(methodsShowing(['a-table-of-tomorrow'])('briefs/list')).toBe(true);
  });
});
