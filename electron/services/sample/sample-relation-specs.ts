/** Answers of the last waves, the newest first. */
export const NPS: Readonly<Record<string, readonly { score: number; comment: string }[]>> = {
  'gorny-kvartal': [
    { score: 9, comment: 'Заявки растут, отчёты понятные.' },
    { score: 8, comment: '' },
    { score: 8, comment: '' },
  ],
  'kamsky-market': [
    { score: 8, comment: 'Хотим раньше видеть макеты.' },
    { score: 8, comment: '' },
    { score: 9, comment: '' },
  ],
  'vektor-avto': [
    { score: 6, comment: 'Обращений меньше, чем обещали, и узнаём об этом последними.' },
    { score: 8, comment: '' },
    { score: 8, comment: '' },
  ],
  svetloyar: [
    { score: 10, comment: 'Калькулятор окупился за месяц.' },
    { score: 9, comment: '' },
    { score: 9, comment: '' },
  ],
  verba: [
    { score: 5, comment: 'Ошибки в ценах, долго отвечаете.' },
    { score: 8, comment: '' },
    { score: 9, comment: '' },
  ],
  clouddock: [
    { score: 9, comment: 'Strong content, the team knows our product.' },
    { score: 8, comment: '' },
  ],
  'sol-i-dym': [
    { score: 7, comment: 'Съёмки хорошие, но правок много.' },
    { score: 7, comment: '' },
    { score: 8, comment: '' },
  ],
  zhemchug: [
    { score: 9, comment: 'Записей на имплантацию стало вдвое больше.' },
    { score: 8, comment: '' },
    { score: 8, comment: '' },
  ],
  'lingva-parma': [
    { score: 10, comment: 'Набрали все группы к сентябрю.' },
    { score: 9, comment: '' },
    { score: 8, comment: '' },
  ],
  'dom-orekh': [
    { score: 6, comment: 'Правки по карточкам ждём неделями.' },
    { score: 8, comment: '' },
    { score: 8, comment: '' },
  ],
  'baltijas-koks': [
    { score: 8, comment: 'Labi rezultāti Vācijā, gribētos biežākas atskaites.' },
    { score: 8, comment: '' },
    { score: 7, comment: '' },
  ],
  atlant: [
    { score: 7, comment: '' },
    { score: 7, comment: '' },
    { score: 8, comment: '' },
  ],
  usva: [
    { score: 8, comment: 'Летом всё было отлично.' },
    { score: 8, comment: '' },
  ],
  pion: [
    { score: 10, comment: 'Быстро и без лишних вопросов.' },
    { score: 9, comment: '' },
    { score: 9, comment: '' },
  ],
};

/** Days since the last contact, and what it was about. */
export const QUIET_DAYS: Readonly<Record<string, { days: number; channel: string; note: string }>> =
  {
    'gorny-kvartal': {
      days: 2,
      channel: 'call',
      note: 'Ждут план на декабрь и смету на наружную рекламу',
    },
    'kamsky-market': {
      days: 0,
      channel: 'chat',
      note: 'Оплату обещали через два дня, макеты сегодня',
    },
    'vektor-avto': { days: 4, channel: 'email', note: 'Письмо о просрочке, ответа пока нет' },
    svetloyar: {
      days: 5,
      channel: 'meeting',
      note: 'Готовы продлить договор, ждут проект на следующий год',
    },
    verba: { days: 9, channel: 'call', note: 'Юрков: перенос выплаты, письмо пришлёт' },
    clouddock: { days: 1, channel: 'chat', note: 'Draft of the article is with the product team' },
    'sol-i-dym': { days: 3, channel: 'chat', note: 'Сторис, четвёртый круг правок' },
    zhemchug: {
      days: 6,
      channel: 'call',
      note: 'Хотят ролик о клинике, бюджет назовут после брифа',
    },
    'lingva-parma': { days: 2, channel: 'email', note: 'Отправлен отчёт, довольны набором' },
    'dom-orekh': { days: 14, channel: 'email', note: 'Список правок по карточкам, 46 позиций' },
    'baltijas-koks': { days: 7, channel: 'email', note: 'Nosūtīta oktobra atskaite' },
    atlant: { days: 8, channel: 'call', note: 'Обсудили креативы к акции «Зима без пауз»' },
    usva: { days: 21, channel: 'email', note: 'Отправлен счёт и страницы маршрутов на проверку' },
    pion: { days: 4, channel: 'chat', note: 'Прислали фото новых букетов' },
  };

/** Open deadlines, in days from today. */
export const DEADLINES: Readonly<
  Record<string, readonly { inDays: number; title: string; kind: string }[]>
> = {
  'gorny-kvartal': [
    { inDays: 1, title: 'план на следующий месяц', kind: 'task' },
    { inDays: 7, title: 'смета на наружную рекламу', kind: 'task' },
    { inDays: 30, title: 'приёмка сайта второй очереди', kind: 'launch' },
  ],
  'kamsky-market': [
    { inDays: 0, title: 'макеты для акции', kind: 'task' },
    { inDays: 2, title: 'обещали оплату', kind: 'payment' },
    { inDays: 24, title: 'итоги акции', kind: 'report' },
  ],
  'vektor-avto': [
    { inDays: 2, title: 'отчёт по Директу', kind: 'report' },
    { inDays: 9, title: 'встреча с директором', kind: 'meeting' },
  ],
  svetloyar: [
    { inDays: 4, title: 'продлить договор', kind: 'contract' },
    { inDays: 9, title: 'лендинг, приёмка', kind: 'launch' },
  ],
  verba: [
    { inDays: 1, title: 'ответ на претензию', kind: 'task' },
    { inDays: 2, title: 'оплата, обещана письмом', kind: 'payment' },
    { inDays: 16, title: 'лендинг «Педиатрия», вёрстка', kind: 'launch' },
  ],
  clouddock: [
    { inDays: 3, title: 'статья в блог', kind: 'task' },
    { inDays: 10, title: 'monthly review call', kind: 'meeting' },
  ],
  'sol-i-dym': [
    { inDays: 0, title: 'сторис, серия 4', kind: 'task' },
    { inDays: 8, title: 'съёмка зимнего меню', kind: 'task' },
  ],
  zhemchug: [{ inDays: 4, title: 'бриф на видео', kind: 'task' }],
  'lingva-parma': [{ inDays: 7, title: 'набор в группы', kind: 'launch' }],
  'dom-orekh': [{ inDays: 2, title: 'фиды, правки', kind: 'task' }],
  'baltijas-koks': [{ inDays: 11, title: 'rēķins par mēnesi', kind: 'payment' }],
  atlant: [{ inDays: 4, title: 'креативы к акции', kind: 'task' }],
  usva: [{ inDays: 8, title: 'страницы маршрутов, вёрстка', kind: 'launch' }],
  pion: [{ inDays: 14, title: 'бриф к 8 Марта', kind: 'task' }],
};
