import { useRead } from '../../lib/api';
import { pictureUri } from './picture-uri';

/** A picture of the workspace by its row; its description stands while there are no bytes. */
export function BriefPicture({ fileId, alt }: { fileId: string; alt: string }) {
  const { data } = useRead('briefs/read-file', { id: fileId });
  return <img alt={alt} {...(data === undefined ? {} : { src: pictureUri(data) })} />;
}
