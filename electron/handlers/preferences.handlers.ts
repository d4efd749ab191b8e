import type { Language } from '../../shared/contract/primitives';
import type { Preferences } from '../../shared/contract/workspace.contract';
import type { Handlers } from '../ipc/dispatcher';
import { applyTheme } from '../platform/main-window';
import { type PreferenceStore, withChannelColumns } from '../platform/preferences';
import type { Windows } from '../platform/windows';

/** Choices that belong to this computer. */
export function preferenceHandlers(
  store: PreferenceStore,
  windows: Windows,
  language: () => Language,
  onChosen: () => void,
): Handlers<
  | 'preferences/show'
  | 'preferences/choose'
  | 'preferences/list-channel-columns'
  | 'preferences/choose-channel-columns'
> {
  const shown = (): Preferences => {
    const { theme, density } = store.read();
    return { language: language(), theme, density };
  };
  const setsOf = (familyId: string) => ({
    sets: store.read().channelColumns.filter((set) => set.familyId === familyId),
  });
  return {
    'preferences/show': shown,
    'preferences/choose': (choice) => {
      store.change(choice);
      for (const window of windows.all()) applyTheme(window, store.read().theme);
      onChosen();
      windows.tell({ type: 'changed', entities: ['preferences'] });
      return shown();
    },
    'preferences/list-channel-columns': ({ familyId }) => setsOf(familyId),
    'preferences/choose-channel-columns': (chosen) => {
      store.change({ channelColumns: withChannelColumns(store.read().channelColumns, chosen) });
      windows.tell({ type: 'changed', entities: ['preferences'] });
      return setsOf(chosen.familyId);
    },
  };
}
