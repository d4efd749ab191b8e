import { stepBrief } from '../../electron/services/brief-steps.service';
import { showBrief } from '../../electron/services/briefs.service';
import type { Session } from '../../electron/services/session';
import type { Input } from '../../shared/contract/contract';

type Step = Input<'briefs/step'>;

/** Moves a brief as the window does, by its revision now. */
export function moveBrief(
  session: Session,
  id: string,
  step: Step['step'],
  given: Partial<Step> = {},
): void {
  stepBrief(session, {
    id,
    revision: showBrief(session, { id }).revision,
    step,
    madeOn: session.clock.today(),
    clientName: 'А. Савина',
    channel: 'email',
    evidence: '',
    note: '',
    ...given,
  });
}
