import type { ElectronApplication } from '@playwright/test';

const TRIES = 20;
const PAUSE_MS = 250;

/**
 * Asks the main process, and asks again when the answer was lost on the way.
 *
 * While the application starts, its collector takes the pending answer of the debugger, and the call
 * then fails although nothing is wrong; soon after it no longer does. What is asked must bear a
 * repetition.
 */
export async function insist<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries === TRIES || !String(error).includes('garbage collected')) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** The next dialog that asks where to save answers with this path. */
export function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  return insist(() =>
    app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path),
  );
}

/** The next dialog that asks for a file answers with this one. */
export function answerOpenDialog(app: ElectronApplication, path: string): Promise<void> {
  return insist(() =>
    app.evaluate(({ dialog }, file) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] });
    }, path),
  );
}
