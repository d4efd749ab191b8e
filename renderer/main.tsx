// First, so that words and the file's state are on their way while the rest is still being read.
import { chosenWords, firstAnswers, watchTheme } from './app/start';
import './app/styles/fonts.css';
import './app/styles/tokens.css';
import './app/styles/base.css';
import './app/styles/frame.css';
import './app/styles/controls.css';
import './app/styles/tables.css';
import './app/styles/drawing.css';
import './app/styles/shell.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { Providers } from './app/providers';
import { followOtherWindows } from './lib/preferences';

watchTheme();
followOtherWindows();
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
const [i18n] = await Promise.all([chosenWords, firstAnswers]);
createRoot(root).render(
  <Providers i18n={i18n}>
    <App />
  </Providers>,
);
