import type { ReactNode } from 'react';
import type {
  RichBlock,
  RichDoc,
  RichInline,
  RichList,
  RichMark,
  RichParagraph,
} from '../../../../shared/contract/rich-text';
import { BriefPicture } from '../brief-picture';

/** A formatted text as it is read: the elements the editor makes of it, without the editor. */
export function RichView({ doc }: { doc: RichDoc }) {
  return doc.content.map((block, index) => <Block key={placeOf(index)} block={block} />);
}

/** Parts of a document have no identity but their place. */
function placeOf(index: number): string {
  return `${index}`;
}

function Block({ block }: { block: RichBlock }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <Paragraph paragraph={block} />;
    case 'heading':
      return (
        <h3>
          <Inline content={block.content} />
        </h3>
      );
    case 'bulletList':
    case 'orderedList':
      return <List list={block} />;
    case 'blockquote':
      return (
        <blockquote>
          <Parts parts={block.content} />
        </blockquote>
      );
    case 'table':
      return (
        <table>
          <tbody>
            {block.content.map((row, index) => (
              <tr key={placeOf(index)}>
                {row.content.map((cell, at) => {
                  const Cell = cell.type === 'tableHeader' ? 'th' : 'td';
                  return (
                    <Cell key={placeOf(at)}>
                      <Parts parts={cell.content} />
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'image':
      return <BriefPicture {...block.attrs} />;
  }
}

function List({ list }: { list: RichList }) {
  const Tag = list.type === 'orderedList' ? 'ol' : 'ul';
  return (
    <Tag>
      {list.content.map((item, index) => (
        <li key={placeOf(index)}>
          <Parts parts={item.content} />
        </li>
      ))}
    </Tag>
  );
}

function Parts({ parts }: { parts: readonly (RichParagraph | RichList)[] }) {
  return parts.map((part, index) =>
    part.type === 'paragraph' ? (
      <Paragraph key={placeOf(index)} paragraph={part} />
    ) : (
      <List key={placeOf(index)} list={part} />
    ),
  );
}

function Paragraph({ paragraph: { content } }: { paragraph: RichParagraph }) {
  // A blank line keeps its height.
  return (
    <p>{content === undefined || content.length === 0 ? <br /> : <Inline content={content} />}</p>
  );
}

function Inline({ content }: { content: readonly RichInline[] | undefined }) {
  return content?.map((part, index) =>
    part.type === 'hardBreak' ? (
      <br key={placeOf(index)} />
    ) : (
      <Marked key={placeOf(index)} text={part.text} marks={part.marks ?? []} />
    ),
  );
}

/** The outermost mark comes first. */
function Marked({ text, marks }: { text: string; marks: readonly RichMark[] }): ReactNode {
  const [mark, ...rest] = marks;
  if (mark === undefined) return text;
  const inside = <Marked text={text} marks={rest} />;
  switch (mark.type) {
    case 'bold':
      return <strong>{inside}</strong>;
    case 'italic':
      return <em>{inside}</em>;
    case 'underline':
      return <u>{inside}</u>;
    case 'strike':
      return <s>{inside}</s>;
    case 'link':
      return (
        <a href={mark.attrs.href} target="_blank" rel="noreferrer">
          {inside}
        </a>
      );
  }
}
