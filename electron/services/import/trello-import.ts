import { AppError } from '../../../shared/contract/app-error';
import { parseTrello } from '../../../shared/domain/moving-in/trello';
import type { ImportKind, ImportSource } from './import-kind';
import { MovingInSource } from './moving-in-source';

/** A Trello board given out as JSON. */
export const trelloImport: ImportKind = {
  kind: 'trello',
  open({ bytes, about }): ImportSource {
    if (bytes.length === 0) throw new AppError('trello-not-json');
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      throw new AppError('trello-not-json');
    }
    return new MovingInSource('trello', parseTrello(text), about, 'UTF-8');
  },
};
