import { z } from 'zod';
import { command, query } from './channel';
import { emptySchema, idSchema, languageSchema, lineSchema, phraseSchema } from './primitives';

export const preferencesSchema = z
  .object({
    language: languageSchema,
    theme: z.enum(['light', 'dark', 'system']),
    density: z.enum(['compact', 'comfortable']),
  })
  .strict();

/** Columns of a media plan's sheet that are shown for one of its channels, in all versions of the plan. */
const channelColumnsSchema = z
  .object({ familyId: idSchema, channel: lineSchema, columns: z.array(lineSchema).max(100) })
  .strict();

export const historySchema = z.object({
  undo: phraseSchema.nullable(),
  redo: phraseSchema.nullable(),
});

const openWorkspaceSchema = z.object({
  state: z.literal('open'),
  workspaceId: idSchema,
  fileName: z.string(),
  folder: z.string(),
  agencyName: z.string(),
  agencyCity: z.string(),
  userName: z.string(),
  userId: idSchema.nullable(),
  userRole: z.enum(['manager', 'lead']),
  baseCurrency: z.string(),
  today: z.iso.date(),
  isSample: z.boolean(),
  savedAt: z.number().nullable(),
  lastBackupAt: z.number().nullable(),
  history: historySchema,
  counts: z.object({
    clients: z.number().int(),
    briefs: z.number().int(),
    overdueMinor: z.number().int(),
    /** Open tasks of whoever works in the file that are due today or overdue. */
    tasksDue: z.number().int(),
  }),
  /** Clients to keep at hand in the rail. */
  pinned: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      mark: z.string(),
      hue: z.number().int(),
    }),
  ),
});

const closedWorkspaceSchema = z.object({
  state: z.literal('closed'),
  recent: z.array(z.object({ path: z.string(), fileName: z.string() })),
  defaultFolder: z.string(),
  /** Why the file asked for at the start did not open, in the user's language. */
  refusal: z.string().nullable(),
});

const damagedWorkspaceSchema = z.object({
  state: z.literal('damaged'),
  path: z.string(),
  fileName: z.string(),
  message: z.string(),
  backups: z.array(z.object({ path: z.string(), madeAt: z.number(), bytes: z.number() })),
});

export const workspaceStatusSchema = z.discriminatedUnion('state', [
  openWorkspaceSchema,
  closedWorkspaceSchema,
  damagedWorkspaceSchema,
]);

export const backupSchema = z.object({
  path: z.string(),
  fileName: z.string(),
  madeAt: z.number(),
  bytes: z.number(),
  verified: z.boolean(),
  reason: z.enum(['schedule', 'close', 'migration', 'import', 'restore', 'user']),
});

export const workspaceContract = {
  'workspace/status': query(emptySchema, workspaceStatusSchema),
  'workspace/create': command(
    z
      .object({
        agencyName: lineSchema.min(1),
        country: z.enum(['RU', 'LV']),
        city: lineSchema,
        userName: lineSchema.min(1),
        userRole: z.enum(['manager', 'lead']),
        fileName: lineSchema.min(1),
      })
      .strict(),
    workspaceStatusSchema,
  ),
  'workspace/create-sample': command(emptySchema, workspaceStatusSchema),
  /** Without a path the system's own dialog asks for one; closing it leaves things as they are. */
  'workspace/open': command(
    z.object({ path: lineSchema.nullable() }).strict(),
    workspaceStatusSchema,
  ),
  'workspace/close': command(emptySchema, workspaceStatusSchema),
  'workspace/list-backups': query(emptySchema, z.object({ backups: z.array(backupSchema) })),
  'workspace/back-up': command(emptySchema, backupSchema),
  'workspace/restore': command(z.object({ path: lineSchema }).strict(), workspaceStatusSchema),
  'workspace/check': query(
    emptySchema,
    z.object({
      ok: z.boolean(),
      checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
    }),
  ),
  'history/undo': command(
    emptySchema,
    z.object({ done: phraseSchema.nullable(), history: historySchema }),
  ),
  'history/redo': command(
    emptySchema,
    z.object({ done: phraseSchema.nullable(), history: historySchema }),
  ),
  'preferences/show': query(emptySchema, preferencesSchema),
  'preferences/choose': command(preferencesSchema.partial().strict(), preferencesSchema),
  'preferences/list-channel-columns': query(
    z.object({ familyId: idSchema }).strict(),
    z.object({ sets: z.array(channelColumnsSchema) }),
  ),
  /** Null brings back the columns that the channel has by itself. */
  'preferences/choose-channel-columns': command(
    channelColumnsSchema.extend({ columns: channelColumnsSchema.shape.columns.nullable() }),
    z.object({ sets: z.array(channelColumnsSchema) }),
  ),
  'search/find': query(
    z.object({ text: lineSchema }).strict(),
    z.object({
      hits: z.array(
        z.object({
          kind: z.enum(['client', 'brief', 'invoice', 'person']),
          id: idSchema,
          clientId: idSchema.nullable(),
          title: z.string(),
          detail: z.string(),
          mark: z.string().nullable(),
          hue: z.number().int().nullable(),
        }),
      ),
    }),
  ),
};

export type ChannelColumns = z.infer<typeof channelColumnsSchema>;
export type Preferences = z.infer<typeof preferencesSchema>;
export type WorkspaceStatus = z.infer<typeof workspaceStatusSchema>;
export type OpenWorkspace = z.infer<typeof openWorkspaceSchema>;
export type History = z.infer<typeof historySchema>;
export type Backup = z.infer<typeof backupSchema>;
