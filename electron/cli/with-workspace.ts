import { openWorkspace } from '../../db/connection';
import { defaultDataFolder } from '../../db/data-folder';
import { readAgencyFacts } from '../../db/queries/portfolio.query';
import { BackupSchedule } from '../services/backups.service';
import { keepLockedMonths } from '../services/budgets/late-entries';
import { systemClock } from '../services/clock';
import { keepFiguresFresh } from '../services/figures.service';
import type { Session } from '../services/session';
import { type CommandLine, UsageError } from './arguments';

/** Opens the workspace of the command line, works with it, and closes it as one file at rest. */
export async function withWorkspace<T>(
  line: CommandLine,
  work: (session: Session, backups: BackupSchedule) => T | Promise<T>,
): Promise<T> {
  if (line.workspace === null) throw new UsageError('workspace-needed', { command: line.command });
  const clock = systemClock(line.today);
  const dataFolder = defaultDataFolder();
  const workspace = openWorkspace(line.workspace, { dataFolder });
  const backups = new BackupSchedule(workspace, { clock, dataFolder, onFailed: () => undefined });
  try {
    keepLockedMonths(workspace, clock);
    keepFiguresFresh(workspace, clock);
    const actor = readAgencyFacts(workspace.read)?.userId ?? 'console';
    return await work({ workspace, clock, language: () => line.language, actor }, backups);
  } finally {
    workspace.close();
  }
}
