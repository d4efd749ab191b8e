import type { BriefPrintModel } from '../../shared/print/brief-print';

const S = '\u00a0';

/** A brief of two pages, in Russian, with every kind of block. */
export const sampleBrief: BriefPrintModel = {
  agency: {
    name: 'Агентство «Мост»',
    addressLines: ['614000, Пермь,', 'ул. Сибирская, 19'],
    logoDataUri: null,
  },
  client: {
    name: 'Горный квартал',
    legalName: 'ООО «СЗ Горный квартал»',
    representative: 'О. В. Брагин, директор по маркетингу',
    logoDataUri: null,
  },
  contractor: { name: 'А. П. Ракитина', role: 'аккаунт-менеджер' },
  basis: 'Договор № 41/25 от 14.02.2025',
  number: 27,
  version: 4,
  date: '2026-11-23',
  templateTitle: 'Контекстная и наружная реклама',
  title: 'Запуск продаж второй очереди',
  lead: 'За декабрь получить 310 целевых обращений и до 15 января довести 24 из них до брони.',
  keyFigures: [
    { label: 'Целевых обращений', value: '310' },
    { label: 'Броней до 15.01.2027', value: '24' },
    { label: 'Период', value: '1–31 декабря' },
    { label: 'Бюджет с НДС 22 %', value: `2${S}980${S}941,66${S}₽`, note: 'Два миллиона' },
  ],
  milestones: [
    { date: '2027-01-15', label: '24 брони' },
    { date: '2026-12-01', label: 'старт всех каналов' },
  ],
  sections: [
    {
      number: 2,
      title: 'Аудитория',
      hint: 'Кому',
      blocks: [
        { kind: 'paragraph', text: 'Семьи 28–45 лет из Перми.\n\nСотрудники предприятий.' },
        { kind: 'quote', text: 'Двор без машин и школа уже построены.' },
      ],
    },
    {
      number: 3,
      title: 'Бюджет и график',
      hint: null,
      blocks: [
        {
          kind: 'table',
          label: 'Каналы',
          columns: [
            { label: 'Канал', numeric: false },
            { label: 'Нетто, ₽', numeric: true },
          ],
          rows: Array.from({ length: 40 }, (_, i) => [`Площадка ${i + 1}`, `${i + 1}11${S}140,00`]),
          total: ['Итого', `2${S}266${S}600,00`],
          note: 'Без НДС.',
        },
        { kind: 'list', items: ['Проектная декларация в каждом макете.'] },
        { kind: 'fields', items: [{ label: 'Срок', value: '15.01.2027', note: 'утро' }] },
      ],
    },
  ],
  signatures: [{ name: 'О. В. Брагин' }, { name: 'А. П. Ракитина' }],
};

/** The same brief with texts of a Latvian one: every letter that is not in the Latin alphabet. */
export const latvianBrief: BriefPrintModel = {
  ...sampleBrief,
  agency: { name: 'Aģentūra „Most”', addressLines: ['Perma'], logoDataUri: null },
  title: 'Ziemas kampaņa skandināvu mājokļu ražotājiem',
  lead: 'Rēķinā iekļauts PVN 21 %: glāžšķūņu rūķīši ēd čiekurus.',
  sections: [
    {
      number: 2,
      title: 'Mērķauditorija',
      hint: 'Kam',
      blocks: [
        { kind: 'paragraph', text: 'Ģeometriski precīzi zāģmateriāli, šķirne, žāvēšana, ķīļi.' },
      ],
    },
  ],
};
