import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { Language } from '../../shared/contract/primitives';

/** What is brought in, with the endings that such files have. */
const IMPORT_FILES = {
  'bank-file': ['txt'],
  /** Of statistics, or a media plan. */
  table: ['xlsx', 'csv', 'tsv', 'txt'],
  /** Of hours or tasks, out of another tool. */
  'table-file': ['csv', 'tsv', 'xlsx', 'xls', 'json', 'zip', 'txt'],
  'brief-template': ['agency-brief-template'],
  /** A brief that the client filled in. */
  'brief-form': ['docx', 'xlsx'],
};

export type Dialogs = {
  openWorkspace(): Promise<string | null>;
  openImport(file: keyof typeof IMPORT_FILES): Promise<string | null>;
  openPicture(): Promise<Uint8Array | null>;
  /** A folder to write several files to. */
  openFolder(): Promise<string | null>;
  /** Where to write a file; null where the user closed the dialog. */
  saveAs(fileName: string): Promise<string | null>;
};

/** The system's own dialogs, worded in the user's language. */
export function systemDialogs(
  window: () => BrowserWindow | null,
  folder: string,
  language: () => Language,
): Dialogs {
  async function open(kind: string, extensions: string[]): Promise<string | null> {
    const { translatorOf } = await import('../../shared/i18n/all-messages');
    const t = (key: string) => translatorOf(language()).t(`common:dialog.${key}`);
    const name = t(kind);
    const options = {
      defaultPath: folder,
      properties: ['openFile' as const],
      filters: [
        { name, extensions },
        { name: t('all-files'), extensions: ['*'] },
      ],
    };
    const parent = window();
    const answer =
      parent === null
        ? await dialog.showOpenDialog(options)
        : await dialog.showOpenDialog(parent, options);
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  }

  return {
    openWorkspace: () => open('workspace', ['agency']),
    openImport: (file) => open(file, IMPORT_FILES[file]),
    async openPicture() {
      const path = await open('picture', ['png', 'jpg', 'jpeg']);
      return path === null ? null : readFile(path);
    },
    async openFolder() {
      const options = {
        defaultPath: folder,
        properties: ['openDirectory' as const, 'createDirectory' as const],
      };
      const parent = window();
      const answer =
        parent === null
          ? await dialog.showOpenDialog(options)
          : await dialog.showOpenDialog(parent, options);
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    async saveAs(fileName) {
      const options = { defaultPath: join(folder, fileName) };
      const parent = window();
      const answer =
        parent === null
          ? await dialog.showSaveDialog(options)
          : await dialog.showSaveDialog(parent, options);
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
  };
}
