import { useCallback, useMemo, useState } from 'react';
import type {
  ImportAnswer,
  ImportPreview,
  PreviewRow,
} from '../../../shared/contract/imports.contract';
import type { Failure } from '../../../shared/contract/result';
import { call, failureOf, useCommand } from '../../lib/api';
import { type Choices, decisionsOf, groupOf, isOpen, type RowChoice } from './import-model';

export type Filter = 'all' | PreviewRow['state'];

export type ImportFlow = {
  readonly preview: ImportPreview | null;
  readonly answer: ImportAnswer | null;
  readonly choices: Choices;
  readonly selected: PreviewRow | null;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  choose(): Promise<void>;
  decide(row: number, choice: RowChoice | null): void;
  select(row: number): void;
  /** Accepts the suggestion of the selected row and goes on to the next that waits. */
  accept(): void;
  write(): Promise<void>;
  saveRefused(): Promise<string | null>;
  leave(): void;
};

/** The state of one import: the file that was read, what was decided, what was written. */
export function useImport(): ImportFlow {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const [choices, setChoices] = useState<Choices>(new Map());
  const [selectedRow, setSelectedRow] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isReading, setReading] = useState(false);
  const writing = useCommand('imports/write');

  const choose = useCallback(async () => {
    setReading(true);
    setFailure(null);
    try {
      const { preview: read } = await call('imports/inspect', { kind: 'bank-1c', path: null });
      if (read === null) return;
      setPreview(read);
      setAnswer(null);
      setChoices(new Map());
      setSelectedRow(
        (read.rows.find((row) => isOpen(row, undefined)) ?? read.rows[0])?.row ?? null,
      );
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setReading(false);
    }
  }, []);

  const decide = useCallback((row: number, choice: RowChoice | null) => {
    setChoices((before) => {
      const after = new Map(before);
      if (choice === null) after.delete(row);
      else after.set(row, choice);
      return after;
    });
  }, []);

  const selected = useMemo(
    () => preview?.rows.find((row) => row.row === selectedRow) ?? null,
    [preview, selectedRow],
  );

  const accept = useCallback(() => {
    if (preview === null || selected === null) return;
    const isPair =
      groupOf(selected) === 'ask' && selected.match !== null && selected.state !== 'undecided';
    const isFix = selected.state === 'refused' && selected.suggestedMinor !== null;
    const after = new Map(choices);
    if (isPair) after.set(selected.row, { pair: 'accept' });
    if (isFix && selected.suggestedMinor !== null)
      after.set(selected.row, { amountMinor: selected.suggestedMinor });
    if (isPair || isFix) setChoices(after);
    const next = preview.rows.find((row) => isOpen(row, after.get(row.row)));
    if (next !== undefined) setSelectedRow(next.row);
  }, [choices, preview, selected]);

  const write = useCallback(async () => {
    if (preview === null) return;
    setFailure(null);
    try {
      setAnswer(
        await writing.run({ token: preview.token, decisions: decisionsOf(preview, choices) }),
      );
    } catch (error) {
      setFailure(failureOf(error));
    }
  }, [choices, preview, writing]);

  const saveRefused = useCallback(async () => {
    if (preview === null) return null;
    try {
      return (await call('imports/save-refused', { token: preview.token })).path;
    } catch (error) {
      setFailure(failureOf(error));
      return null;
    }
  }, [preview]);

  const leave = useCallback(() => {
    setPreview(null);
    setAnswer(null);
    setChoices(new Map());
    setFailure(null);
  }, []);

  return {
    preview,
    answer,
    choices,
    selected,
    failure,
    isBusy: isReading || writing.isRunning,
    choose,
    decide,
    select: setSelectedRow,
    accept,
    write,
    saveRefused,
    leave,
  };
}
