import { type BriefFileRow, readBriefFile } from '../../db/queries/brief-content.query';
import { addBriefFile } from '../../db/repositories/brief-content.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import { MAX_FILE_BYTES } from '../../shared/domain/file-size';
import { pictureOf } from '../../shared/domain/picture';
import { answerHistory } from './brief-answer-history';
import { requireBrief } from './briefs.service';
import { act, readOf, type Session } from './session';

const ANY_BYTES = 'application/octet-stream';

/**
 * Keeps a file with a brief; the answer that names it is one undo with it. Throws `brief-not-found`,
 * `brief-approved`, `brief-file-empty`, `brief-file-too-large`, and `brief-picture-invalid` where a
 * picture was promised and the bytes are neither PNG nor JPEG.
 */
export function attachBriefFile(
  session: Session,
  { id, fieldKey, name, isPicture, content }: Input<'briefs/attach'>,
): Output<'briefs/attach'> {
  const { head } = requireBrief(readOf(session), id);
  if (head.status === 'approved') throw new AppError('brief-approved');
  const bytes = Buffer.from(content, 'base64');
  if (bytes.length === 0) throw new AppError('brief-file-empty', { name });
  if (bytes.length > MAX_FILE_BYTES) {
    const megabytes = Math.floor(MAX_FILE_BYTES / 1_048_576);
    throw new AppError('brief-file-too-large', { name, megabytes });
  }
  const picture = pictureOf(bytes);
  if (isPicture && picture === null) throw new AppError('brief-picture-invalid', { name });
  const row = {
    briefId: id,
    name,
    mime: picture?.mime ?? ANY_BYTES,
    size: bytes.length,
    content: bytes,
    addedAt: session.clock.now(),
  };
  const fileId = act(
    session,
    'attach-brief-file',
    { name, title: head.title },
    (tx) => addBriefFile(tx, row),
    answerHistory(id, fieldKey),
  );
  return { id: fileId, name, width: picture?.width ?? null, height: picture?.height ?? null };
}

/** A kept file with its bytes. Throws `brief-file-not-found`. */
export function requireBriefFile(session: Session, id: string): BriefFileRow {
  const file = readBriefFile(readOf(session), id);
  if (file === undefined) throw new AppError('brief-file-not-found');
  return file;
}

/** What is in a kept file. Throws `brief-file-not-found`. */
export function readAttachedFile(
  session: Session,
  { id }: Input<'briefs/read-file'>,
): Output<'briefs/read-file'> {
  const { name, mime, content } = requireBriefFile(session, id);
  return { name, mime, content: content.toString('base64') };
}
