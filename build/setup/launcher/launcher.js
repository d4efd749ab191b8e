// Stands in for the default app of an official Electron, which the registry's build lacks: `electron PATH`
// loads the application at PATH. It must stay an ES module that awaits the import at its top level; otherwise
// `ready` fires before the application could register its privileged scheme.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const path = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (!path) {
  process.stderr.write('usage: electron PATH [ARGUMENTS]\n');
  app.exit(2);
} else {
  const folder = resolve(path);
  const description = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  app.setAppPath(folder);
  app.setName(description.productName ?? description.name);
  app.setVersion(description.version);
  await import(pathToFileURL(join(folder, description.main)).href);
}
