import { translatorOf } from '../../shared/i18n/all-messages';
import type { Handlers } from '../ipc/dispatcher';
import type { Dialogs } from '../platform/dialogs';
import { renderPdf } from '../platform/printing';
import { mondayBrief } from '../services/monday/monday.service';
import { requireAgency } from '../services/portfolio.service';
import { printMonday } from '../services/reports/monday.report';
import { readOf, type Session } from '../services/session';
import { writeOutput } from '../services/write-output';

type Methods = 'monday/show' | 'monday/export';

/** The page of the week. */
export function mondayHandlers(session: () => Session, dialogs: Dialogs): Handlers<Methods> {
  return {
    'monday/show': () => mondayBrief(readOf(session()), session().clock.today()),
    'monday/export': async () => {
      const current = session();
      const language = current.language();
      const today = current.clock.today();
      const name = `${translatorOf(language).t('monday:title')} ${today}.pdf`;
      const path = await dialogs.saveAs(name);
      if (path === null) return { path };
      const printed = printMonday(readOf(current), { today, language });
      const left = `${requireAgency(readOf(current)).name}. ${printed.title}`;
      writeOutput(path, await renderPdf({ ...printed, lang: language, footer: { left } }));
      return { path };
    },
  };
}
