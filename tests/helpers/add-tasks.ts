import type { Page } from '@playwright/test';
import type { Answer, Input, Method, Output } from '../../shared/contract/contract.ts';

/** Calls the main process from inside the page, as every screen does. */
export function ask<M extends Method>(page: Page, method: M, input: Input<M>): Promise<Output<M>> {
  return page.evaluate(
    async ({ name, json }) => {
      const answer = JSON.parse(await window.agencyConsole.call(name, json)) as Answer<M>;
      if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
      return answer.value;
    },
    { name: method, json: JSON.stringify(input) },
  );
}

/** Adds a task by a quick line and whatever else is given. @returns its id */
export async function addTask(
  page: Page,
  quick: string,
  more: Partial<Input<'tasks/add'>> = {},
): Promise<string> {
  const { id } = await ask(page, 'tasks/add', {
    quick,
    fields: {},
    status: 'ready',
    checklist: [],
    recurrence: null,
    ...more,
  });
  return id;
}
