import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The user's data folder: automatic backups, quarantine and ballast live here under the workspace's id,
 * never beside the file. AGENCY_DATA_DIR overrides the platform's own place.
 */
export function defaultDataFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const chosen = env['AGENCY_DATA_DIR'];
  if (chosen !== undefined && chosen !== '') return chosen;
  if (platform === 'win32') {
    return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'agency-console');
  }
  if (platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'agency-console');
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'agency-console');
}

/** Folder of one workspace in the data folder. Ids are our own, but a file may say anything. */
export function workspaceFolder(dataFolder: string, workspaceId: string): string {
  return join(dataFolder, 'workspaces', workspaceId.replace(/[^0-9A-Za-z-]/g, '_') || 'unknown');
}

/** Where the automatic backups of a workspace are. */
export function backupFolder(dataFolder: string, workspaceId: string): string {
  return join(workspaceFolder(dataFolder, workspaceId), 'backups');
}
