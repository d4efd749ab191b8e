import { extname } from 'node:path';
import { calendarFeed } from '../services/deadlines/calendar-feed';
import { writeOutput } from '../services/write-output';
import { type CommandAnswer, consoleWords, done } from './answer';
import { type CommandLine, UsageError } from './arguments';
import { withWorkspace } from './with-workspace';

/** `export calendar --out FILE.ics`: what has a date, as calendars subscribe to it. */
export async function exportCalendar(line: CommandLine): Promise<CommandAnswer> {
  const { out } = line;
  if (out === null) throw new UsageError('out-needed', { command: line.command });
  if (extname(out).toLowerCase() !== '.ics')
    throw new UsageError('format-unknown', { given: extname(out), formats: '.ics' });
  const { text, events } = await withWorkspace(line, (session) => calendarFeed(session));
  writeOutput(out, text);
  return done({ file: out, events }, [consoleWords(line.language)('written', { path: out })]);
}
