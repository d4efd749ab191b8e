import type { Output } from '../../../shared/contract/contract';
import { queryClient, readKey, useCommand, useRead } from '../../lib/api';

/** The columns the user chose for the channels of a plan, on this computer. */
export function useChannelColumns(familyId: string) {
  const input = { familyId };
  const { data } = useRead('preferences/list-channel-columns', input);
  const choose = useCommand('preferences/choose-channel-columns');

  /** Null: the usual ones again. Shown at once: the next choice starts from this one. */
  function chooseColumns(channel: string, columns: string[] | null) {
    queryClient.setQueryData<Output<'preferences/list-channel-columns'>>(
      readKey('preferences/list-channel-columns', input),
      (before) => ({
        sets: [
          ...(before?.sets ?? []).filter((set) => set.channel !== channel),
          ...(columns === null ? [] : [{ familyId, channel, columns }]),
        ],
      }),
    );
    choose.send({ familyId, channel, columns });
  }

  return { sets: data?.sets ?? [], chooseColumns, failure: choose.failure };
}
