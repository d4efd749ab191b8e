import type { Page } from '@playwright/test';
import type { Input } from '../../shared/contract/contract.ts';

type Fields = Partial<Omit<Input<'tasks/add'>, 'fields'>> & {
  fields?: Input<'tasks/add'>['fields'];
};

/** Calls the main process from inside the page, as every screen does. */
export function ask(page: Page, method: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([name, json]) => {
      // biome-ignore lint/suspicious/noExplicitAny: any method may be asked here
      const answer = JSON.parse(await window.agencyConsole.call(name as any, json as string));
      if (answer.ok !== true) throw new Error(`${name}: ${answer.error.message}`);
      return answer.value;
    },
    [method, JSON.stringify(input)],
  );
}

/** Adds a task by a quick line and whatever else is given. @returns its id */
export async function addTask(page: Page, quick: string, more: Fields = {}): Promise<string> {
  const added = await ask(page, 'tasks/add', {
    quick,
    fields: {},
    status: 'ready',
    checklist: [],
    recurrence: null,
    ...more,
  });
  return (added as { id: string }).id;
}
