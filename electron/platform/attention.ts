import { type BrowserWindow, Notification } from 'electron';
import { refreshFeed } from '../services/deadlines/calendar-feed';
import { takeDueNotices } from '../services/deadlines/reminders.service';
import type { Session } from '../services/session';
import { followDays } from '../services/tasks/day-begins';

/** Reminders are looked for so often. */
const TICK_MS = 60_000;
/** The calendar file follows a change after this pause, so that a row of changes is one writing. */
const FEED_PAUSE_MS = 3000;

export type Attention = {
  /** Told after every change of the file. */
  changed(): void;
};

export type AttentionParts = {
  /** The open file; null while none is. */
  session(): Session | null;
  window(): BrowserWindow | null;
  /** Told when reminders were shown, so that the window's list shows them too. */
  onShown(): void;
  onFailed(error: unknown): void;
};

/** Shows reminders on the desktop, brings the tasks of a new day and keeps the calendar file up to date, as long as the application runs. */
export function payAttention(parts: AttentionParts): Attention {
  const guarded = (work: (session: Session) => void) => {
    const session = parts.session();
    if (session === null || !session.workspace.isOpen) return;
    try {
      work(session);
    } catch (error) {
      parts.onFailed(error);
    }
  };

  function show(link: string, title: string, body: string): void {
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title, body });
    notification.on('click', () => {
      const window = parts.window();
      if (window === null || window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.focus();
      void window.loadURL(`app://console/index.html#${link}`);
    });
    notification.show();
  }

  const dayBegins = followDays();
  setInterval(() => {
    guarded(dayBegins);
    guarded((session) => {
      const notices = takeDueNotices(session);
      for (const { title, body, link } of notices) show(link, title, body);
      if (notices.length > 0) parts.onShown();
    });
  }, TICK_MS);

  let waiting: NodeJS.Timeout | null = null;
  return {
    changed() {
      if (waiting !== null) clearTimeout(waiting);
      waiting = setTimeout(() => guarded(refreshFeed), FEED_PAUSE_MS);
    },
  };
}
