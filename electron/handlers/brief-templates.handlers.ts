import { readFileSync } from 'node:fs';
import type { Handlers } from '../ipc/dispatcher';
import type { Dialogs } from '../platform/dialogs';
import { TEMPLATE_FILE_EXTENSION } from '../services/brief-template-file';
import {
  addTemplate,
  amendTemplate,
  archiveTemplate,
  copyTemplate,
  exportTemplate,
  importTemplate,
  listBriefTemplates,
  showBriefTemplate,
} from '../services/brief-templates.service';
import { safeFileName } from '../services/safe-file-name';
import type { Session } from '../services/session';
import { writeOutput } from '../services/write-output';

type Methods =
  | 'brief-templates/list'
  | 'brief-templates/show'
  | 'brief-templates/add'
  | 'brief-templates/copy'
  | 'brief-templates/amend'
  | 'brief-templates/archive'
  | 'brief-templates/export'
  | 'brief-templates/import';

/** Brief templates of one's own: list, editor, files to share. */
export function briefTemplateHandlers(session: () => Session, dialogs: Dialogs): Handlers<Methods> {
  return {
    'brief-templates/list': () => listBriefTemplates(session()),
    'brief-templates/show': (input) => showBriefTemplate(session(), input),
    'brief-templates/add': (input) => addTemplate(session(), input),
    'brief-templates/copy': (input) => copyTemplate(session(), input),
    'brief-templates/amend': (input) => amendTemplate(session(), input),
    'brief-templates/archive': (input) => archiveTemplate(session(), input),
    'brief-templates/export': async ({ id }) => {
      const { title, content } = exportTemplate(session(), id);
      const path = await dialogs.saveAs(safeFileName(title, TEMPLATE_FILE_EXTENSION));
      if (path !== null) writeOutput(path, content);
      return { path };
    },
    'brief-templates/import': async () => {
      const path = await dialogs.openImport('brief-template');
      return path === null
        ? { id: null }
        : { id: importTemplate(session(), readFileSync(path)).id };
    },
  };
}
