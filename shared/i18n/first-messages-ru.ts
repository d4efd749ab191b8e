import type { Messages } from './namespaces';
import commonWords from './ru/common.json';
import errorsWords from './ru/errors.json';
import portfolioWords from './ru/portfolio.json';

/** What the shell and the first screen say in this language. */
export const firstMessages: Messages = {
  common: commonWords,
  errors: errorsWords,
  portfolio: portfolioWords,
};
