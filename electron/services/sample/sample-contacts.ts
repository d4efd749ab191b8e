export interface ContactSpec {
  readonly name: string;
  readonly position: string;
  readonly phone: string | null;
  readonly email: string | null;
}

const contact = (
  name: string,
  position: string,
  phone: string | null,
  email: string | null,
): ContactSpec => ({
  name,
  position,
  phone,
  email,
});

/** People on the clients' side; the first of each approves briefs. Numbers and domains are nobody's. */
export const CONTACTS: Readonly<Record<string, readonly ContactSpec[]>> = {
  'gorny-kvartal': [
    contact(
      'Олег Брагин',
      'директор по маркетингу',
      '+7 342 000-14-01',
      'bragin@gorny-kvartal.example',
    ),
    contact(
      'Светлана Югова',
      'руководитель офиса продаж',
      '+7 342 000-14-02',
      'yugova@gorny-kvartal.example',
    ),
    contact('Тимур Салихов', 'финансовый контролёр', null, 'salikhov@gorny-kvartal.example'),
  ],
  'kamsky-market': [
    contact(
      'Ирина Чернова',
      'руководитель маркетинга',
      '+7 342 000-21-10',
      'chernova@kamsky-market.example',
    ),
    contact(
      'Вадим Ощепков',
      'категорийный менеджер',
      '+7 342 000-21-17',
      'oschepkov@kamsky-market.example',
    ),
    contact('Лариса Деменева', 'бухгалтер', null, 'demeneva@kamsky-market.example'),
  ],
  'vektor-avto': [
    contact(
      'Руслан Гайсин',
      'коммерческий директор',
      '+7 342 000-33-05',
      'gaisin@vektor-avto.example',
    ),
    contact('Юлия Пепеляева', 'маркетолог', '+7 342 000-33-08', 'pepelyaeva@vektor-avto.example'),
  ],
  svetloyar: [
    contact(
      'Николай Мальцев',
      'директор по продажам',
      '+7 342 000-41-41',
      'maltsev@svetloyar.example',
    ),
    contact('Елена Шилова', 'маркетолог', null, 'shilova@svetloyar.example'),
  ],
  verba: [
    contact(
      'Анастасия Савина',
      'руководитель маркетинга',
      '+7 342 000-52-03',
      'savina@verba.example',
    ),
    contact('Дмитрий Юрков', 'финансовый директор', '+7 342 000-52-01', 'yurkov@verba.example'),
  ],
  clouddock: [
    contact('Emma Clarke', 'Head of Growth', '+7 342 000-64-20', 'emma.clarke@clouddock.example'),
    contact('Dmitri Volkov', 'Chief Product Officer', null, 'd.volkov@clouddock.example'),
  ],
  'sol-i-dym': [
    contact('Артём Вологжанин', 'управляющий партнёр', '+7 342 000-70-70', 'art@soldym.example'),
    contact('Ксения Орлова', 'бренд-менеджер', '+7 342 000-70-71', 'orlova@soldym.example'),
  ],
  zhemchug: [
    contact('Вера Тиунова', 'главный врач', '+7 342 000-81-00', 'tiunova@zhemchug.example'),
    contact('Михаил Старков', 'управляющий', '+7 342 000-81-04', 'starkov@zhemchug.example'),
  ],
  'lingva-parma': [
    contact('Галина Носкова', 'директор школы', '+7 342 000-92-11', 'noskova@lingva-parma.example'),
    contact('Полина Ершова', 'администратор', null, 'ershova@lingva-parma.example'),
  ],
  'dom-orekh': [
    contact('Станислав Ореховский', 'собственник', '+7 342 000-15-15', 'so@dom-orekh.example'),
    contact(
      'Татьяна Колчина',
      'менеджер интернет-магазина',
      '+7 342 000-15-18',
      'kolchina@dom-orekh.example',
    ),
  ],
  'baltijas-koks': [
    contact(
      'Līga Ozoliņa',
      'eksporta vadītāja',
      '+371 2000 0141',
      'liga.ozolina@baltijaskoks.example',
    ),
    contact('Jānis Bērziņš', 'valdes loceklis', null, 'janis.berzins@baltijaskoks.example'),
  ],
  atlant: [
    contact('Кирилл Бушуев', 'директор сети', '+7 342 000-26-01', 'bushuev@atlant-fit.example'),
    contact('Алёна Гилёва', 'менеджер по рекламе', '+7 342 000-26-04', 'gileva@atlant-fit.example'),
  ],
  usva: [contact('Глеб Кашин', 'владелец', '+7 342 000-37-37', 'kashin@usva-glamp.example')],
  pion: [
    contact('Евгения Лядова', 'владелица', '+7 342 000-48-08', 'lyadova@pion.example'),
    contact('Марк Зырянов', 'управляющий', null, 'zyryanov@pion.example'),
  ],
};
