import commonWords from './en/common.json';
import errorsWords from './en/errors.json';
import portfolioWords from './en/portfolio.json';
import type { Messages } from './namespaces';

/** What the shell and the first screen say in this language. */
export const firstMessages: Messages = {
  common: commonWords,
  errors: errorsWords,
  portfolio: portfolioWords,
};
