import { createIds, createRandom } from './random';
import { addAgreements } from './sample-agreements';
import { addBriefs } from './sample-briefs';
import { sampleMonths } from './sample-calendar';
import { addClients } from './sample-clients';
import type { SampleContext } from './sample-context';
import { addHours } from './sample-hours';
import { addMedia } from './sample-media';
import { addMediaPlanDetails } from './sample-media-plan-details';
import { addMediaPlans } from './sample-media-plans';
import { addInvoices, addOwnAccounts } from './sample-money';
import { addAgency } from './sample-people';
import { addProjects } from './sample-projects';
import { addProposals } from './sample-proposals';
import { addRelations } from './sample-relations';
import { createSink, type SampleRows } from './sample-rows';
import { addPractice } from './sample-task-practice';
import { addRegulations } from './sample-task-regulations';
import { addTasks } from './sample-tasks';
import { addTeam } from './sample-team';

export interface SampleOptions {
  readonly seed: number;
  /** YYYY-MM-DD: the sample holds the 24 months before this day's month, and the month up to it. */
  readonly today: string;
}

/**
 * All rows of the sample portfolio. Pure: for a seed and a date always the same rows with the same ids;
 * every date of the story (overdue, silence, deadlines) is counted from `today`.
 */
export function buildSample({ seed, today }: SampleOptions): SampleRows {
  const random = createRandom(`sample/${seed}`);
  const months = sampleMonths(today);
  const sink = createSink();
  const makeId = createIds(random.stream('ids'));
  const people = addAgency(sink, { today, months, random, makeId });
  const context: SampleContext = { today, months, random, makeId, people, sink };

  const clients = addClients(context);
  const work = clients.map((client) => addProjects(context, client));
  addHours(
    context,
    work.flatMap((item) => item.orders),
  );
  const media = clients.map((client) => addMedia(context, client));
  addOwnAccounts(context);
  addInvoices(
    context,
    clients.map((client, index) => ({
      client,
      bill: [...(work[index]?.bill ?? []), ...(media[index] ?? [])],
    })),
  );
  addRelations(context, clients);
  addBriefs(context, clients, sink.rows);
  addMediaPlans(context, clients, sink.rows);
  addProposals(context, clients);
  const regulations = addRegulations(context);
  const tasks = addTasks(context, clients, sink.rows, regulations);
  addPractice(context, clients, sink.rows, tasks);
  addTeam(context);
  addMediaPlanDetails(context, sink.rows);
  addAgreements(context, clients, sink.rows);
  return sink.rows;
}
