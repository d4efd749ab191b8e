export type Migration = {
  /** Becomes PRAGMA user_version; numbers rise by one. */
  number: number;
  name: string;
  /** Of the text as it was released: a test compares, so that no released file is edited. */
  sha256: string;
  sql: string;
};

const texts = import.meta.glob<string>('./*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const released = [
  {
    name: '0001-first-release',
    sha256: 'b0b35dd97ecda128e84624c9b098f05e4256cff4a34a93b62c667fbad20a4c5f',
  },
  {
    name: '0002-stale-months',
    sha256: 'fa1ddf51eef0c15c3c800a500906124f1a2f11addf7c00a730c8d49bde0b061b',
  },
  {
    name: '0003-open-invoices',
    sha256: '49c5a1d3f309dd599044346dad45dbda7cd633a1d3c0a3c8488df3608e9894d4',
  },
  {
    name: '0004-media-plans',
    sha256: 'b9218a87d0950f1c88939ff066413f1288fef465156e9c2cad5cb5f46975ba6e',
  },
  {
    name: '0005-ad-mapping',
    sha256: 'ce2033ec3c4015ab707561388612b6b696f5ab2285f95d60865e9cd88ca521a5',
  },
  {
    name: '0006-budgets',
    sha256: '1a98adeab7063b1dedafe4acfb4fe22e416ef0a009a8cd8fd7395a77ae752fa2',
  },
  {
    name: '0007-work',
    sha256: '85d75cc4e23b4e58cbff7743849d521e62d3e7aabccb10997c7a26c11e48452c',
  },
  {
    name: '0008-time',
    sha256: '58e0e5ecbdbbe67b756ad06d4cc3390f9a2ec6ded197a577df69c568f2898c48',
  },
  {
    name: '0009-briefs',
    sha256: 'b2695914f25dc4ed58fd7ac720521208ec382d982a9adef0baf1728394ca8d25',
  },
  {
    name: '0010-proposals',
    sha256: 'd4ea8cb42ec0cc180f1bd92c8312444bbdd0e4b34aa7294faa922db2db6a1f0e',
  },
  {
    name: '0011-media-plan-details',
    sha256: '6c9ec0d23fa9bb5d318bdcc45cd44c521a937b32aa4eadd1eb7b11fed7202667',
  },
  {
    name: '0012-deadlines',
    sha256: '606e344c653ccb63c4324699f916e8a7f5d8fc8e79c971e7ea368da65d8b756d',
  },
  {
    name: '0013-brief-content',
    sha256: '882cef13f4e8233fce8546d9e8ea057c594bdc71bcc2f0bc037d9014a0823b74',
  },
  {
    name: '0014-brief-tasks',
    sha256: '300034e5be586b3a145207f7498d307612f0046a87ef16ff1f51698dd7bc6a0b',
  },
  {
    name: '0015-addenda',
    sha256: '1ae70f5cf01c00e843a8def5849fb79c89fe27998b010aa29476a08a1c959c2f',
  },
];

/** Every migration that ships, in order. */
export const migrations: readonly Migration[] = released.map(({ name, sha256 }) => {
  const sql = texts[`./${name}.sql`];
  if (sql === undefined) throw new Error(`migration ${name} is missing from the build`);
  return { number: Number(name.slice(0, 4)), name, sha256, sql };
});

/** Names of the SQL files found beside this module; a test holds them against the list. */
export const migrationFiles: readonly string[] = Object.keys(texts);

/** The schema version this build reads and writes. */
export const SCHEMA_VERSION = migrations.at(-1)?.number ?? 0;
