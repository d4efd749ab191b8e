import { AppError } from '../../../shared/contract/app-error';
import { readHtmlTable } from '../../../shared/domain/moving-in/html-table';
import type { MovingIn } from '../../../shared/domain/moving-in/incoming';
import { readNotionZip } from '../../../shared/domain/moving-in/notion-zip';
import {
  TASK_FIELDS,
  type TaskField,
  taskHeaderScore,
} from '../../../shared/domain/moving-in/task-columns';
import { readTasksTable, type TableHints } from '../../../shared/domain/moving-in/tasks-table';
import type { TableRow } from '../../../shared/domain/table-file/delimited';
import { decodeTable, tableFileKind } from '../../../shared/domain/table-file/file-kind';
import {
  findHeader,
  findTable,
  plainHeaderScore,
} from '../../../shared/domain/table-file/find-table';
import { decodeText } from '../../../shared/domain/text-encoding';
import type { ImportAbout, ImportFile, ImportKind, ImportSource } from './import-kind';
import { MovingInSource } from './moving-in-source';
import { encodingName } from './statement-preview';
import { tableRowsOf } from './workbook-rows';

/** A list of tasks of Bitrix24, Asana, Jira or Notion, or any table whose columns are known or named. */
export const tasksCsvImport: ImportKind = {
  kind: 'tasks-csv',
  open(file): ImportSource {
    const hints = hintsOf(file.about);
    if (file.sheets !== undefined) {
      const rows = file.sheets.map(tableRowsOf);
      return sourceOf(fromRows(rows, file.fileName, hints), file, 'XLSX');
    }
    switch (tableFileKind(file.bytes)) {
      case 'zip':
        return sourceOf(fromNotion(file.bytes, file.fileName, hints), file, 'ZIP');
      case 'html': {
        const decoded = decodeText(file.bytes);
        const rows = readHtmlTable(decoded.text);
        return sourceOf(fromRows([rows], file.fileName, hints), file, encodingName(decoded));
      }
      default: {
        const decoded = decodeTable(file.bytes);
        const table = findTable(decoded.text, (cells) => taskHeaderScore(cells, hints.columns));
        if (table === null) throw new AppError('tasks-header-missing');
        const read = readTasksTable(table.rows, table.header, file.fileName, hints);
        return sourceOf(read, file, encodingName(decoded));
      }
    }
  },
};

function sourceOf(read: MovingIn, { about }: ImportFile, encoding: string): ImportSource {
  return new MovingInSource('tasks-csv', read, about, encoding);
}

/** `due=Готовность,title=Дело`: heads named for fields. Throws `tasks-map-invalid`. */
function hintsOf(about: ImportAbout | undefined): TableHints {
  const columns: Partial<Record<TaskField, string>> = {};
  for (const pair of (about?.map ?? '').split(',').filter((each) => each.trim() !== '')) {
    const [name = '', head = ''] = pair.split('=').map((part) => part.trim());
    const field = TASK_FIELDS.find((each) => each === name);
    if (field === undefined || head === '') {
      throw new AppError('tasks-map-invalid', { given: pair, fields: TASK_FIELDS.join(', ') });
    }
    columns[field] = head;
  }
  return { columns, dateOrder: about?.dateOrder ?? null };
}

function fromRows(
  sheets: readonly (readonly TableRow[])[],
  title: string,
  hints: TableHints,
): MovingIn {
  for (const rows of sheets) {
    const found = findHeader(rows, (cells) => taskHeaderScore(cells, hints.columns));
    if (found !== null) return readTasksTable(rows, found.header, title, hints);
  }
  throw new AppError('tasks-header-missing');
}

function fromNotion(bytes: Uint8Array, title: string, hints: TableHints): MovingIn {
  const { tables, keysByTitle } = readNotionZip(bytes);
  const parts = tables.flatMap((table) => {
    const found = findTable(decodeTable(table.bytes).text, plainHeaderScore);
    if (found === null) return [];
    const own = { ...hints, source: 'notion' as const, keysByTitle };
    return [readTasksTable(found.rows, found.header, title, own)];
  });
  if (parts.length === 0) throw new AppError('tasks-header-missing');
  return {
    source: 'notion',
    title,
    tasks: parts.flatMap((part) => part.tasks),
    refused: parts.flatMap((part) => part.refused),
    warnings: parts.flatMap((part) => part.warnings),
  };
}
