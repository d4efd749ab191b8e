/** Every shortcut of the window: bound by the key's place, so a Russian layout changes nothing. */
export const SHORTCUTS = {
  palette: { bind: ['$mod+KeyK'], shown: ['mod', 'K'], group: 'everywhere', inText: true },
  undo: { bind: ['$mod+KeyZ'], shown: ['mod', 'Z'], group: 'everywhere', inText: false },
  redo: {
    bind: ['$mod+Shift+KeyZ', '$mod+KeyY'],
    shown: ['mod', 'shift', 'Z'],
    group: 'everywhere',
    inText: false,
  },
  back: { bind: ['Alt+ArrowLeft'], shown: ['alt', '←'], group: 'everywhere', inText: false },
  settings: { bind: ['$mod+Comma'], shown: ['mod', ','], group: 'everywhere', inText: true },
  timer: {
    bind: ['$mod+Shift+KeyT'],
    shown: ['mod', 'shift', 'T'],
    group: 'everywhere',
    inText: true,
  },
  'new-task': { bind: ['KeyN'], shown: ['N'], group: 'everywhere', inText: false },
  help: { bind: ['Shift+?', 'F1'], shown: ['?'], group: 'everywhere', inText: false },
  'previous-period': { bind: ['BracketLeft'], shown: ['['], group: 'go', inText: false },
  'next-period': { bind: ['BracketRight'], shown: [']'], group: 'go', inText: false },
  'go-monday': { bind: ['KeyG KeyW'], shown: ['G', 'W'], group: 'go', inText: false },
  'go-deadlines': { bind: ['KeyG KeyD'], shown: ['G', 'D'], group: 'go', inText: false },
  'go-portfolio': { bind: ['KeyG KeyP'], shown: ['G', 'P'], group: 'go', inText: false },
  'go-clients': { bind: ['KeyG KeyC'], shown: ['G', 'C'], group: 'go', inText: false },
  'go-briefs': { bind: ['KeyG KeyB'], shown: ['G', 'B'], group: 'go', inText: false },
  'go-proposals': { bind: ['KeyG KeyO'], shown: ['G', 'O'], group: 'go', inText: false },
  'go-media-plans': { bind: ['KeyG KeyL'], shown: ['G', 'L'], group: 'go', inText: false },
  'go-tasks': { bind: ['KeyG KeyT'], shown: ['G', 'T'], group: 'go', inText: false },
  'go-today': { bind: ['KeyG KeyY'], shown: ['G', 'Y'], group: 'go', inText: false },
  'go-time': { bind: ['KeyG KeyH'], shown: ['G', 'H'], group: 'go', inText: false },
  'go-money': { bind: ['KeyG KeyM'], shown: ['G', 'M'], group: 'go', inText: false },
  import: { bind: ['KeyG KeyI'], shown: ['G', 'I'], group: 'go', inText: false },
} as const;

export type ShortcutId = keyof typeof SHORTCUTS;
export type ShortcutGroup = (typeof SHORTCUTS)[ShortcutId]['group'];

/** Every shortcut's name, in the order the help shows them. */
export const SHORTCUT_IDS = Object.keys(SHORTCUTS).filter(
  (id): id is ShortcutId => id in SHORTCUTS,
);

const NAMES: Record<string, string> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt' };
const MAC_NAMES: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥' };

/** Whether keys and window buttons follow a Mac's habits. */
export function isMac(): boolean {
  return navigator.platform.startsWith('Mac');
}

/** How a shortcut is written on this computer: `Ctrl K`, on a Mac `⌘ K`. */
export function keyWords(id: ShortcutId): string {
  return keyNames(SHORTCUTS[id].shown);
}

/** Keys as they are written on this computer; `mod`, `shift` and `alt` have other names on a Mac. */
export function keyNames(keys: readonly string[]): string {
  const names = isMac() ? MAC_NAMES : NAMES;
  return keys.map((key) => names[key] ?? key).join(' ');
}

/** Whether the key press belongs to a text the user is typing. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio'
  );
}
