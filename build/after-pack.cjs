// Runs inside electron-builder after the files are in place. With the test runtime two things are put right:
// its launcher leaves the package, and the driver compiled for it takes the place of the prebuilt one.
const { copyFileSync, readdirSync, rmSync } = require('node:fs');
const { join } = require('node:path');

exports.default = async function afterPack({ appOutDir, electronPlatformName }) {
  if (electronPlatformName !== 'linux') return;
  const resources = join(appOutDir, 'resources');
  rmSync(join(resources, 'app'), { recursive: true, force: true });
  const compiled = process.env.AGENCY_SQLITE_BINDING;
  if (!compiled) return;
  const prebuilds = join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds');
  const wanted = `linux-${process.arch}.node`;
  if (!readdirSync(prebuilds).includes(wanted)) throw new Error(`the package lacks ${wanted}`);
  copyFileSync(compiled, join(prebuilds, wanted));
};
