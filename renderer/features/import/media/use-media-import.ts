import { useCallback, useState } from 'react';
import type { Input } from '../../../../shared/contract/contract';
import type {
  CampaignDecision,
  ImportAnswer,
  ImportPreview,
} from '../../../../shared/contract/imports.contract';
import type { Failure } from '../../../../shared/contract/result';
import { call, failureOf, useCommand } from '../../../lib/api';

type InspectInput = Input<'imports/inspect'>;
export type MediaKind = 'any' | 'ads' | 'analytics' | 'media-plan';

/** What a person says of the file beside what it says itself. */
export type Said = Pick<
  InspectInput,
  | 'clientId'
  | 'vat'
  | 'commission'
  | 'dateOrder'
  | 'period'
  | 'account'
  | 'sheet'
  | 'uses'
  | 'accepted'
>;

export type CampaignChoice = Omit<CampaignDecision, 'campaignKey'>;

export type MediaImport = {
  readonly kind: MediaKind;
  readonly said: Said;
  readonly preview: ImportPreview | null;
  readonly answer: ImportAnswer | null;
  readonly failure: Failure | null;
  /** A file was chosen and could not be read as it is. */
  readonly hasFile: boolean;
  readonly campaigns: ReadonlyMap<string, CampaignChoice>;
  readonly isBusy: boolean;
  chooseKind(kind: MediaKind): void;
  /** Says something more; a file that was chosen is read again. */
  say(more: Said): void;
  choose(): Promise<void>;
  putCampaign(key: string, choice: CampaignChoice): void;
  write(): Promise<void>;
  /** Where the refused rows were saved; null where the dialog was closed. */
  saveRefused(): Promise<string | null>;
  leave(): void;
};

/** The state of one import of statistics or of a media plan. */
export function useMediaImport(clientId: string): MediaImport {
  const [kind, setKind] = useState<MediaKind>('any');
  const [said, setSaid] = useState<Said>({});
  const [path, setPath] = useState<string | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [campaigns, setCampaigns] = useState<ReadonlyMap<string, CampaignChoice>>(new Map());
  const [isReading, setReading] = useState(false);
  const writing = useCommand('imports/write');

  const inspect = useCallback(
    async (file: string, more: Said, asKind: MediaKind, token: string | null) => {
      setReading(true);
      setFailure(null);
      try {
        const input = { kind: asKind, path: file, clientId, ...more };
        const { preview: read } = await call(
          'imports/inspect',
          token === null ? input : { ...input, token },
        );
        setPreview(read);
      } catch (error) {
        setFailure(failureOf(error));
      } finally {
        setReading(false);
      }
    },
    [clientId],
  );

  const say = useCallback(
    (more: Said) => {
      const next = { ...said, ...more };
      setSaid(next);
      if (path === null) return;
      void inspect(path, next, kind, preview?.token ?? null);
    },
    [inspect, kind, path, preview, said],
  );

  const choose = useCallback(async () => {
    const { path: chosen } = await call('imports/choose-table', {});
    if (chosen === null) return;
    // What was said of one file says nothing of the next.
    setSaid({});
    setPath(chosen);
    setPreview(null);
    setAnswer(null);
    setCampaigns(new Map());
    await inspect(chosen, {}, kind, null);
  }, [inspect, kind]);

  const write = useCallback(async () => {
    if (preview === null) return;
    setFailure(null);
    try {
      setAnswer(
        await writing.run({
          token: preview.token,
          decisions: [],
          campaigns: [...campaigns].map(([campaignKey, choice]) => ({ campaignKey, ...choice })),
        }),
      );
    } catch (error) {
      setFailure(failureOf(error));
    }
  }, [campaigns, preview, writing]);

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
    setPath(null);
    setPreview(null);
    setAnswer(null);
    setFailure(null);
    setCampaigns(new Map());
    setSaid({});
  }, []);

  return {
    kind,
    said,
    preview,
    answer,
    failure,
    hasFile: path !== null,
    campaigns,
    isBusy: isReading || writing.isRunning,
    chooseKind: (next) => {
      setKind(next);
      if (path !== null && preview === null) void inspect(path, said, next, null);
    },
    say,
    choose,
    putCampaign: (key, choice) => setCampaigns((before) => new Map(before).set(key, choice)),
    write,
    saveRefused,
    leave,
  };
}
