import { AppError } from '../../shared/contract/app-error';
import { contract } from '../../shared/contract/contract';
import type { Handlers } from '../ipc/dispatcher';
import type { Session } from '../services/session';

const AREAS = ['tasks/', 'templates/', 'views/', 'contests/', 'improvements/', 'quality/'];

/** Tasks, regulations, views, contested hours, improvements, quality. */
export function taskHandlers(_session: () => Session): Partial<Handlers> {
  const names = Object.keys(contract).filter((name) => AREAS.some((area) => name.startsWith(area)));
  return Object.fromEntries(
    names.map((name) => [
      name,
      () => {
        throw new AppError('method-unknown');
      },
    ]),
  );
}
