import commonWords from './lv/common.json';
import errorsWords from './lv/errors.json';
import portfolioWords from './lv/portfolio.json';
import type { Messages } from './namespaces';

/** What the shell and the first screen say in this language. */
export const firstMessages: Messages = {
  common: commonWords,
  errors: errorsWords,
  portfolio: portfolioWords,
};
