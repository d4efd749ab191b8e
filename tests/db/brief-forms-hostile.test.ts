import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { briefToDocx } from '../../electron/services/brief-forms/docx-form';
import { briefToXlsx } from '../../electron/services/brief-forms/xlsx-form';
import { addBrief, answerBrief } from '../../electron/services/briefs.service';
import type { Session } from '../../electron/services/session';
import { edited } from '../helpers/archives';
import { changesOf, preview } from '../helpers/brief-forms';
import { newSession } from '../helpers/db-session';
import { codeOf } from '../helpers/error-code';

const TOO_MUCH = 40 * 1024 * 1024;

function begun(): { session: Session; id: string } {
  const session = newSession();
  const about = {
    clientId: 'ural',
    templateKey: 'research',
    title: 'Опрос',
    language: 'ru',
  } as const;
  const { id } = addBrief(session, about);
  answerBrief(session, {
    id,
    fieldKey: 'questions',
    answer: { type: 'list', items: ['Почему уходят?'] },
  });
  return { session, id };
}

describe('a file that is no form', () => {
  it('is refused with what is wrong with it, and nothing is written', async () => {
    const { session, id } = begun();
    const { read } = session.workspace;
    const docx = await briefToDocx(read, id, null);
    const xlsx = await briefToXlsx(read, id, null);
    const other = addBrief(session, {
      clientId: 'kama',
      templateKey: 'seo',
      title: 'Другой',
      language: 'ru',
    }).id;
    const before = JSON.stringify(read.all('SELECT * FROM brief_answers ORDER BY id'));
    const zip = (files: Record<string, string>) =>
      zipSync(
        Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
      );
    const with_ = (part: string, text: string) =>
      zipSync({ ...unzipSync(docx), [part]: strToU8(text) });
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>`;
    const outside = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>`;
    const bomb = zipSync({ ...unzipSync(docx), 'word/document.xml': new Uint8Array(TOO_MUCH) });
    const lying = Buffer.from(zipSync({ 'word/document.xml': new Uint8Array(TOO_MUCH) }));
    lying.writeUInt32LE(100, lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    const deep = `<w:document><w:body>${'<w:sdt><w:sdtContent>'.repeat(5000)}${'</w:sdtContent></w:sdt>'.repeat(5000)}</w:body></w:document>`;
    const cases: [string, Uint8Array, string][] = [
      ['nothing', new Uint8Array(0), 'brief-form-damaged'],
      ['a text', strToU8('Ответы: да'), 'brief-form-damaged'],
      ['half of it', docx.slice(0, docx.length / 2), 'brief-form-damaged'],
      ['an archive of something else', zip({ 'a.xml': '<a/>' }), 'brief-form-foreign'],
      [
        'a document not of ours',
        zip({ 'word/document.xml': '<w:document/>' }),
        'brief-form-foreign',
      ],
      ['a workbook not of ours', zip({ 'xl/workbook.xml': '<workbook/>' }), 'brief-form-foreign'],
      [
        'a form to come',
        edited(docx, 'docProps/custom.xml', (text) =>
          text.replace('<vt:lpwstr>1<', '<vt:lpwstr>9<'),
        ),
        'brief-form-newer',
      ],
      [
        'a form of a brief nobody has',
        edited(docx, 'docProps/custom.xml', (text) => text.replace(id, 'other')),
        'brief-form-no-brief',
      ],
      ['entities', with_('word/document.xml', laughs), 'brief-form-unsafe'],
      ['a file from outside', with_('word/styles.xml', outside), 'brief-form-unsafe'],
      [
        'entities in UTF-16',
        zipSync({
          ...unzipSync(xlsx),
          'xl/styles.xml': new Uint8Array(Buffer.from(`\ufeff${laughs}`, 'utf16le')),
        }),
        'brief-form-unsafe',
      ],
      ['a bomb', bomb, 'brief-form-too-large'],
      ['a bomb that says it is none', lying, 'brief-form-foreign'],
      [
        'unclosed elements',
        with_('word/document.xml', '<w:document><w:body></w:document>'),
        'brief-form-damaged',
      ],
      ['elements without a bottom', with_('word/document.xml', deep), 'brief-form-damaged'],
      ['no document in it', edited(docx, 'word/document.xml', () => ''), 'brief-form-damaged'],
    ];
    for (const [name, bytes, code] of cases) {
      expect(
        codeOf(() => preview(session, bytes)),
        name,
      ).toBe(code);
    }
    expect(codeOf(() => preview(session, docx, other))).toBe('brief-form-other-brief');
    expect(JSON.stringify(read.all('SELECT * FROM brief_answers ORDER BY id'))).toBe(before);
  }, 60_000);

  it('never breaks the reader, whatever of it is damaged', async () => {
    const { session, id } = begun();
    const forms = [
      await briefToDocx(session.workspace.read, id, null),
      await briefToXlsx(session.workspace.read, id, null),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 20,
        }),
        (form, changes) => {
          const damaged = form.slice();
          for (const [at, byte] of changes) damaged[at % damaged.length] = byte;
          const code = codeOf(() => preview(session, damaged));
          expect(code === 'no error' || code.startsWith('brief-form-')).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('a question in the file', () => {
  it('that is gone or cannot be read is named, and the others are read', async () => {
    const { session, id } = begun();
    answerBrief(session, {
      id,
      fieldKey: 'budget',
      answer: { type: 'money', minor: 500_000, currency: 'RUB', includesVat: true },
    });
    answerBrief(session, { id, fieldKey: 'report', answer: { type: 'choice', choice: 'both' } });
    const docx = await briefToDocx(session.workspace.read, id, null);
    const form = edited(docx, 'word/document.xml', (xml) =>
      xml.replace(/brief_questions_[0-9a-f]{8}/g, 'lost').replace(/5\s000,00/, 'тысяч пять'),
    );
    const changes = changesOf(preview(session, form));
    expect(changes).toMatchObject({ questions: 'place-lost', budget: 'not-number' });
    expect(Object.keys(changes)).toHaveLength(2);
  });

  it('is read as Word writes it: split runs, tracked changes, fields, styles of its own language', async () => {
    const { session, id } = begun();
    const docx = await briefToDocx(session.workspace.read, id, null);
    const form = edited(docx, 'word/document.xml', (xml) =>
      xml.replace(
        /<w:t xml:space="preserve">Почему уходят\?<\/w:t>/,
        '<w:t>Поче</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00A1"><w:rPr><w:lang w:val="ru-RU"/></w:rPr><w:t xml:space="preserve">му </w:t></w:r>' +
          '<w:ins w:id="90" w:author="Клиент"><w:r><w:t xml:space="preserve">клиенты </w:t></w:r></w:ins>' +
          '<w:del w:id="91" w:author="Клиент"><w:r><w:delText>они</w:delText></w:r></w:del><w:r><w:t>уходят?</w:t>',
      ),
    );
    const seen = preview(session, form).fields.find(({ fieldKey }) => fieldKey === 'questions');
    expect(seen).toMatchObject({ change: 'changed', after: 'Почему клиенты уходят?' });
  });
});
