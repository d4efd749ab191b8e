import { integer, text } from 'drizzle-orm/sqlite-core';

/** UUIDv7 primary key, made by the application so that a row keeps its id in every copy of the file. */
export const id = () => text('id').primaryKey();

/** Rises by one with each change of a row that people edit; a stale value is refused. */
export const revision = () => integer('revision').notNull().default(1);

/** Calendar date, YYYY-MM-DD. */
export const dateOn = (name: string) => text(name);

/** Amount in integer minor units of the row's currency. */
export const minor = (name: string) => integer(name);

/** Share in parts per million: 22 % is 220000. */
export const ppm = (name: string) => integer(name);

/** Duration in whole seconds. */
export const seconds = (name: string) => integer(name);

/** Instant, milliseconds since the epoch, UTC. */
export const instant = (name: string) => integer(name);
