import { AppError } from '../../shared/contract/app-error';

/** The code with which a piece of work was refused; any other failure is thrown on. */
export function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'no error';
}
