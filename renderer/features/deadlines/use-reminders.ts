import { applyChange, useCommand, useRead } from '../../lib/api';

/** Reminders change nobody's work: no undo is offered, and what shows them is read again at once. */
export function useReminders() {
  const { data } = useRead('reminders/list', {});
  const quiet = { announce: false };
  const ask = useCommand('reminders/ask', quiet);
  const dismiss = useCommand('reminders/dismiss', quiet);
  const set = useCommand('reminders/set', quiet);
  const keepFeed = useCommand('calendar-feed/keep', quiet);
  const stopFeed = useCommand('calendar-feed/stop', quiet);
  const told = async (work: Promise<unknown>): Promise<boolean> => {
    const done = await work.then(
      () => true,
      () => false,
    );
    applyChange(['reminders']);
    return done;
  };
  return {
    data,
    failure: ask.failure ?? dismiss.failure ?? set.failure ?? keepFeed.failure ?? stopFeed.failure,
    ask: (input: Parameters<typeof ask.run>[0]) => told(ask.run(input)),
    dismiss: (input: Parameters<typeof dismiss.run>[0]) => void told(dismiss.run(input)),
    set: (input: Parameters<typeof set.run>[0]) => void told(set.run(input)),
    keepFeed: () => void told(keepFeed.run({})),
    stopFeed: () => void told(stopFeed.run({})),
  };
}

export type Reminders = ReturnType<typeof useReminders>;
