import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = dirname(import.meta.dirname);
const from = (path: string): string => resolve(root, path);

// The lowest runtime the code has to run on (Electron 33); newer ones take the same output.
const nodeTarget = 'node20.18';
const browserTarget = 'chrome130';

// Built beside the last build, which may be running, and put in its place at the end (build/tasks/build.ts).
const output = process.env['AGENCY_BUILD_FOLDER'] ?? from('dist/app');

const printPage = from('renderer/print.html');
// The printed sheet has a style of its own, which no screen may see.
const isOfFirstScreen = (id: string): boolean => !id.startsWith(from('renderer/print'));

// Everything but the native driver is bundled: one small set of files starts faster and packages smaller.
export default defineConfig({
  main: {
    root,
    build: {
      target: nodeTarget,
      outDir: resolve(output, 'main'),
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: { main: from('electron/main.ts'), console: from('electron/cli/console.ts') },
        external: ['better-sqlite3', 'electron'],
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          // Beside the entry: whichever file code ends up in, it finds the other parts from its own folder.
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    root,
    build: {
      target: nodeTarget,
      outDir: resolve(output, 'preload'),
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: { preload: from('electron/preload.ts') },
        // A sandboxed window loads its preload as a classic script.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: from('renderer'),
    plugins: [react()],
    build: {
      target: browserTarget,
      outDir: resolve(output, 'renderer'),
      emptyOutDir: true,
      minify: true,
      // The content security policy allows fonts and styles from the application only, not from data: URLs.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          index: from('renderer/index.html'),
          ...(existsSync(printPage) ? { print: printPage } : {}),
        },
        output: {
          // Every file of the first screen is asked for through the main process: one costs less than forty.
          codeSplitting: {
            groups: [{ name: 'first-screen', tags: ['$initial'], test: isOfFirstScreen }],
          },
        },
      },
    },
  },
});
