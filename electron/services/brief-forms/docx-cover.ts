import {
  Bookmark,
  BorderStyle,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { INK, runsOf, TEXT_WIDTH } from './docx-parts';
import { STYLE } from './docx-style-names';
import { END_ANCHOR } from './form-marks';
import type { BriefForm } from './form-model';
import { pictureSize } from './picture-size';
import { xmlText } from './same-answer';

/** Pixels at 96 to the inch. */
const LOGO = { width: 190, height: 56 };

/** The first page begins with who writes. */
export function letterhead({ agency }: BriefForm): Header {
  const size = agency.logo === null ? null : pictureSize(agency.logo);
  const scale = size === null ? 1 : Math.min(LOGO.width / size.width, LOGO.height / size.height);
  const mark =
    agency.logo === null || size === null
      ? new TextRun({ text: xmlText(agency.name), bold: true, size: 26, font: 'Georgia' })
      : new ImageRun({
          type: size.type,
          data: agency.logo,
          transformation: {
            width: Math.round(size.width * scale),
            height: Math.round(size.height * scale),
          },
          altText: { name: 'logo', description: xmlText(agency.name), title: xmlText(agency.name) },
        });
  const address = agency.addressLines.join(' ');
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: INK.accent, space: 6 } },
        children: [mark, new TextRun({ text: `\t${xmlText(address)}`, size: 17, color: INK.soft })],
      }),
    ],
  });
}

/** The next pages name the brief. */
export function runningHead(form: BriefForm): Header {
  const children = [new TextRun({ text: xmlText(form.title), size: 17, color: INK.soft })];
  return new Header({
    children: [
      new Paragraph({
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: INK.line, space: 4 } },
        children,
      }),
    ],
  });
}

/** The brief's number and version, and the page. */
export function runningFoot(form: BriefForm): Footer {
  const [before = '', between = ''] = form
    .words('page', { page: '\u0000', pages: '\u0000' })
    .split('\u0000');
  const look = { size: 17, color: INK.soft };
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun({ ...look, text: `${xmlText(form.footer)}\t${before}` }),
          new TextRun({ ...look, children: [PageNumber.CURRENT] }),
          new TextRun({ ...look, text: between }),
          new TextRun({ ...look, children: [PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}

/** What brief it is, whose, and how to fill it in. */
export function cover(form: BriefForm): Paragraph[] {
  return [
    new Paragraph({
      style: STYLE.fact,
      spacing: { before: 240, after: 80 },
      children: [new TextRun({ text: xmlText(form.kicker), color: INK.accent, bold: true })],
    }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(form.title) }),
    ...form.facts.map(
      ({ label, value }) =>
        new Paragraph({
          style: STYLE.fact,
          children: [new TextRun({ text: `${label}: `, color: INK.soft }), ...runsOf(value)],
        }),
    ),
    new Paragraph({
      style: STYLE.help,
      spacing: { before: 240, after: 0 },
      shading: { fill: INK.fill, color: 'auto', type: 'clear' },
      border: { left: { style: BorderStyle.SINGLE, size: 18, color: INK.accent, space: 8 } },
      children: runsOf(form.words('how.docx')),
    }),
  ];
}

/** After the last answer. */
export function ending(form: BriefForm): Paragraph[] {
  const children = [new Bookmark({ id: END_ANCHOR, children: runsOf(form.words('end')) })];
  return [new Paragraph({ style: STYLE.help, spacing: { before: 360 }, children })];
}
