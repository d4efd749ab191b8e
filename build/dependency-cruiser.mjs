// The import directions of the house: renderer → shared · electron → shared, db · db → shared ·
// shared → zod and pure libraries. tests/architecture proves that each rule fires.

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const nodeBuiltIn = { dependencyTypes: ['core'] };

/** Libraries that shared/ may use: no I/O, the same answer in every process. */
const pureLibraries =
  '^node_modules/(zod|date-fns|diff|fflate|i18next|number-to-words-ru|rrule|uuid)/';

/** @type {import('dependency-cruiser').IConfiguration} */
const configuration = {
  forbidden: [
    forbid(
      'no-cycles',
      'Modules that need each other are one module, or two with a third below them.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'no-unresolved',
      'An import that resolves to nothing hides a missing file or dependency.',
      {},
      { couldNotResolve: true, pathNot: ['^electron$', '\\?raw$', '\\?url$'] },
    ),
    forbid(
      'shared-is-pure',
      'shared/ runs in every process: pure libraries only.',
      { path: '^shared/' },
      { pathNot: ['^shared/', pureLibraries] },
    ),
    forbid(
      'shared-without-io',
      'shared/ does no input or output.',
      { path: '^shared/' },
      nodeBuiltIn,
    ),
    forbid(
      'db-imports-shared-only',
      'db/ knows nothing of windows, channels or services.',
      { path: '^db/' },
      { path: '^(electron|renderer|build|tests)/' },
    ),
    forbid(
      'db-without-electron',
      'The database layer also runs in plain Node.',
      { path: '^db/' },
      { path: '^(node_modules/electron/|electron$)' },
    ),
    forbid(
      'electron-imports-shared-and-db',
      'The main process does not import the renderer.',
      { path: '^electron/' },
      { path: '^(renderer|build|tests)/' },
    ),
    forbid(
      'services-without-electron',
      'Use cases run without a window: from the command line and in tests.',
      { path: '^electron/(services|cli)/' },
      { path: '^(node_modules/electron/|electron$)' },
    ),
    forbid(
      'preload-is-thin',
      'The preload sees electron and the contract, nothing else.',
      { path: '^electron/preload\\.ts$' },
      {
        pathNot: [
          '^shared/contract/',
          '^node_modules/electron/',
          '^electron$',
          '^node_modules/zod/',
        ],
      },
    ),
    forbid(
      'renderer-imports-shared-only',
      'The window reaches everything else through the bridge.',
      { path: '^renderer/' },
      { path: '^(electron|db|build|tests)/' },
    ),
    forbid(
      'renderer-without-node',
      'The window is sandboxed: no Node, no Electron, no database.',
      { path: '^renderer/' },
      {
        path: '^node_modules/(electron|electron-log|better-sqlite3|drizzle-orm|exceljs|iconv-lite)/',
      },
    ),
    forbid(
      'renderer-without-schemas',
      'The main process checks what travels; the window takes the types and does not load the schemas.',
      { path: '^renderer/' },
      {
        path: '^(shared/contract/|node_modules/zod/)',
        pathNot: '^shared/contract/app-error\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'renderer-without-built-ins',
      'The window has no Node.',
      { path: '^renderer/' },
      nodeBuiltIn,
    ),
    forbid(
      'features-apart',
      'A feature does not import another feature; what both need belongs to components or lib.',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    forbid(
      'drizzle-stays-in-db',
      'Tables and queries do not leave db/.',
      { pathNot: '^(db|tests)/' },
      { path: '^(node_modules/drizzle-orm/|db/schema/)' },
    ),
    forbid(
      'no-tests-in-the-product',
      'The product does not import its tests or its build scripts.',
      { path: '^(electron|renderer|shared|db)/' },
      { path: '^(tests|build)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};

export default configuration;
