import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Session, session, WebContentsView } from 'electron';
import { AppError } from '../../shared/contract/app-error';
import { APP_HOST, APP_SCHEME } from '../ipc/trusted-sender';
import { lockDownSession } from './lock-down';
import { builtPaths } from './main-window';
import { describePdf, type PdfAbout } from './pdf-about';
import { type PrintPage, PrintPages } from './print-page';

export interface PdfRequest extends PrintPage {
  /** A4 on its side. */
  readonly landscape?: boolean;
  /** What the file says of itself beside its title. */
  readonly about?: PdfAbout;
}

/** A second print soon after the first finds its process alive; later the memory is worth more. */
const IDLE_MS = 20_000;
/** Far beyond any brief: a renderer that hangs must not hang the console. */
const LIMIT_MS = 60_000;
/** Held in memory only: no `persist:`. */
const PARTITION = 'print';

/** A view that is never shown, runs no script, and sees nothing but the pages it prints. */
class Printer {
  readonly #pages: PrintPages;
  // A view, not a window: windows count when the app asks whether the last one was closed.
  #view: WebContentsView | null = null;
  #idle: NodeJS.Timeout | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(rendererRoot: string) {
    this.#pages = new PrintPages(rendererRoot);
  }

  /** One view, one page at a time. */
  print(request: PdfRequest): Promise<Uint8Array> {
    const turn = this.#queue.then(() => this.#print(request));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #print(request: PdfRequest): Promise<Uint8Array> {
    clearTimeout(this.#idle);
    const { footer, head, lang, landscape = false } = request;
    const address = this.#pages.add(randomUUID(), request);
    try {
      const { webContents } = this.#livingView();
      await withinLimit(webContents.loadURL(address));
      const pdf = await withinLimit(
        webContents.printToPDF({
          pageSize: 'A4',
          landscape,
          preferCSSPageSize: true,
          printBackground: true,
          displayHeaderFooter: true,
          headerTemplate: this.#pages.headerTemplate(landscape, head),
          footerTemplate: this.#pages.footerTemplate(footer, lang, landscape, head),
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        }),
      );
      return request.about === undefined ? pdf : describePdf(pdf, request.about);
    } catch (error) {
      this.#close();
      throw new AppError('print-failed', {
        reason: error instanceof Error ? error.message : String(error),
      });
    } finally {
      this.#pages.forget(address);
      this.#idle = setTimeout(() => this.#close(), IDLE_MS);
      this.#idle.unref();
    }
  }

  #livingView(): WebContentsView {
    if (this.#view === null || this.#view.webContents.isDestroyed()) {
      this.#view = createView(this.#pages);
    }
    return this.#view;
  }

  #close(): void {
    this.#view?.webContents.close();
    this.#view = null;
  }
}

let printer: Printer | null = null;

/**
 * Prints a page of shared/print on A4: a tagged PDF with title, language, outline and the number of
 * each page. Throws `print-failed`.
 */
export function renderPdf(request: PdfRequest): Promise<Uint8Array> {
  const { rendererRoot } = builtPaths(dirname(fileURLToPath(import.meta.url)));
  printer ??= new Printer(rendererRoot);
  return printer.print(request);
}

function createView(pages: PrintPages): WebContentsView {
  const view = new WebContentsView({
    webPreferences: {
      session: printSession(pages),
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  view.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  return view;
}

function printSession(pages: PrintPages): Session {
  const own = session.fromPartition(PARTITION);
  lockDownSession(own);
  own.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !url.startsWith(`${APP_SCHEME}://${APP_HOST}/`) && !url.startsWith('data:') });
  });
  // The partition outlives the view: a later view finds it handled already.
  if (!own.protocol.isProtocolHandled(APP_SCHEME)) {
    own.protocol.handle(APP_SCHEME, (request) => pages.respond(request.url));
  }
  return own;
}

function withinLimit<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`over ${LIMIT_MS / 1000} s`)), LIMIT_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
