import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/contract';
import { MAX_FILE_BYTES } from '../../../shared/domain/file-size';
import { call, failureOf } from '../../lib/api';
import { fileSize } from '../../lib/file-size';
import { useFormat } from '../../lib/format';
import { useToast } from '../../lib/toast';
import { useBriefKind } from './brief-context';

export type Attached = Output<'briefs/attach'>;

/** Keeps files with the brief that is open, for one of its fields; why one was not kept is said in a toast. */
export function useAttach(
  fieldKey: string,
): (files: Iterable<File>, isPicture: boolean) => Promise<Attached[]> {
  const { t } = useTranslation('brief');
  const { id } = useBriefKind();
  const toast = useToast();
  const format = useFormat();
  return async (files, isPicture) => {
    const kept: Attached[] = [];
    for (const file of files) {
      // Before it is read: the workspace would refuse it anyway.
      if (file.size > MAX_FILE_BYTES) {
        const size = fileSize(file.size, format, t);
        toast({ text: t('editor.fileTooLarge', { name: file.name, size }) });
        continue;
      }
      try {
        const content = await base64Of(file);
        kept.push(
          await call('briefs/attach', { id, fieldKey, name: nameOf(file), isPicture, content }),
        );
      } catch (error) {
        toast({ text: failureOf(error)?.message ?? '' });
      }
    }
    return kept;
  };
}

/** A picture from the clipboard has no name of its own. */
function nameOf(file: File): string {
  return file.name.trim() === '' ? 'picture' : file.name.slice(0, 500);
}

/** The bytes of a file as base64, without its head. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });
}
