import { useEffect, useRef } from 'react';
import { type KeybindingsMap, tinykeys } from 'tinykeys';
import { listen } from '../lib/api';
import { isTyping, SHORTCUT_IDS, SHORTCUTS, type ShortcutId } from '../lib/keys';
import type { Command } from './use-commands';

/** The ids of the system's menu beside those of the commands. */
const MENU = { undo: 'undo', redo: 'redo', import: 'import', help: 'help' } as const;

/** Binds the shortcuts and the system's menu to the commands. */
export function useShortcuts(commands: readonly Command[], openPalette: () => void): void {
  const latest = useRef({ commands, openPalette });
  latest.current = { commands, openPalette };

  useEffect(() => {
    const start = (id: ShortcutId) => {
      if (id === 'palette') latest.current.openPalette();
      else latest.current.commands.find((command) => command.keys === id)?.run();
    };
    const map: KeybindingsMap = {};
    for (const id of SHORTCUT_IDS) {
      for (const binding of SHORTCUTS[id].bind) {
        map[binding] = (event) => {
          // In a text field Ctrl+Z takes back letters; layers above the page keep their keys.
          if (!SHORTCUTS[id].inText && (isTyping(event.target) || isInLayer(event.target))) return;
          event.preventDefault();
          start(id);
        };
      }
    }
    const unbind = tinykeys(window, map, { ignore: () => false });
    const unlisten = listen((item) => {
      if (item === 'palette') latest.current.openPalette();
      else if (item === 'settings') start('settings');
      else start(MENU[item]);
    });
    return () => {
      unbind();
      unlisten();
    };
  }, []);
}

function isInLayer(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null;
}
