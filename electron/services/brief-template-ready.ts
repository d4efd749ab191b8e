import { AppError } from '../../shared/contract/app-error';
import type { TemplateDraft } from '../../shared/contract/brief-templates.contract';
import { templateProblems } from '../../shared/domain/brief-template-problems';

/** Throws the first thing that keeps a brief from beginning with a template: `brief-template-…`, naming it. */
export function assertReady(draft: Pick<TemplateDraft, 'title' | 'sections'>): void {
  const problem = templateProblems(draft)[0];
  if (problem === undefined) return;
  throw new AppError(`brief-template-${problem.code}`, { name: problem.name });
}
