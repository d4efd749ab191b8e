import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuEvent } from '../../shared/contract/contract';
import type { Language } from '../../shared/contract/primitives';
import { translatorOf } from '../../shared/i18n/all-messages';

/**
 * The system's menu. On macOS it is the only home of copy and paste; elsewhere it stays out of sight
 * and only gives zoom and full screen their keys. Undo and redo are ours, not the text field's, so they
 * go to the page, which knows which one is meant.
 */
export function setAppMenu(
  language: Language,
  send: (command: MenuEvent['command']) => void,
): void {
  const t = translatorOf(language).getFixedT(language, 'common');
  const view: MenuItemConstructorOptions = {
    label: t('menu.view'),
    submenu: [
      { role: 'resetZoom', label: t('menu.actualSize') },
      { role: 'zoomIn', label: t('menu.zoomIn') },
      { role: 'zoomOut', label: t('menu.zoomOut') },
      { type: 'separator' },
      { role: 'togglefullscreen', label: t('menu.fullScreen') },
    ],
  };
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(Menu.buildFromTemplate([view]));
    return;
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { role: 'appMenu' },
      {
        label: t('menu.edit'),
        submenu: [
          { label: t('top.undo'), accelerator: 'Cmd+Z', click: () => send('undo') },
          { label: t('top.redo'), accelerator: 'Shift+Cmd+Z', click: () => send('redo') },
          { type: 'separator' },
          { role: 'cut' },
          { role: 'copy' },
          { role: 'paste' },
          { role: 'selectAll' },
        ],
      },
      view,
      { role: 'windowMenu' },
    ]),
  );
}
