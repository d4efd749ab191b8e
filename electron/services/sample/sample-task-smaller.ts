import { type TaskSpec, task } from './sample-task-spec';

/** Tasks under way for the smaller clients, and the agency's own. */
export const SMALLER_CLIENT_TASKS: readonly TaskSpec[] = [
  task('sol-i-dym', 'Сторис, серия 4: доставка', 'SMM', ['COP'], 'review', 3, 0, {
    since: 1,
    checklist: ['Сценарий', 'Съёмка', 'Монтаж', 'Субтитры', 'Обложки'],
    checked: 5,
  }),
  task('sol-i-dym', 'Меню новогодних банкетов: баннеры', 'Дизайн', ['DES'], 'ready', 6, 6, {
    start: 5,
  }),
  task('sol-i-dym', 'Таргет на банкеты, радиус 3 км', 'Таргет', ['TGT'], 'ready', 5, 3, {
    promise: 'Звонок: запустить до конца недели',
    deadline: 4,
  }),
  task('sol-i-dym', 'Отзывы на картах: разбор жалоб', 'Аккаунт', ['AM2'], 'in-work', 2, -1, {
    since: 3,
  }),
  task('sol-i-dym', 'Съёмка блюд: бриф фотографу', 'Аккаунт', ['AM2'], 'client-review', 2, 2, {
    since: 1,
  }),
  task('zhemchug', 'Минус-слова: импланты', 'PPC', ['PPC'], 'review', 2, 4, { since: 1 }),
  task('zhemchug', 'Видео «Один визит»: правки монтажа', 'Видео', ['AM1'], 'rework', 4, 1, {
    rework: 2,
    reworkReason: 'Врач просит заменить план с инструментом',
    since: 1,
    promise: 'Письмо: чистовой монтаж до среды',
    deadline: 2,
  }),
  task('zhemchug', 'Посадочная «Коронка за день»', 'Разработка', ['DEV'], 'ready', 10, 9, {
    start: 7,
  }),
  task('zhemchug', 'Сравнение цен с пятью клиниками', 'Аналитика', ['SEO'], 'backlog', 4, null),
  task('lingva-parma', 'Тексты объявлений для взрослых групп', 'Копирайт', ['COP'], 'ready', 4, 5, {
    brief: { version: 1, setKey: '', sections: ['audience', 'message', 'limits'] },
  }),
  task('lingva-parma', 'Пробный урок: кампания на январь', 'PPC', ['PPC'], 'backlog', 6, 10),
  task('lingva-parma', 'Рассылка выпускникам курса', 'Копирайт', ['COP'], 'in-work', 3, -2, {
    since: 6,
    brief: { version: 1, setKey: '', sections: ['audience', 'placements'] },
  }),
  task(
    'lingva-parma',
    'Форма записи: второе поле телефона',
    'Разработка',
    ['DEV'],
    'review',
    2,
    1,
    {
      since: 1,
      labels: ['ошибка'],
    },
  ),
  task('dom-orekh', 'Фиды мебели: правки категорий', 'PPC', ['PPC'], 'in-work', 4, 2, {
    checklist: ['Диваны', 'Столы', 'Шкафы', 'Матрасы', 'Цены со скидкой'],
    checked: 3,
  }),
  task('dom-orekh', 'Каталог: фильтр по ткани', 'Разработка', ['DEV'], 'ready', 8, 7),
  task('dom-orekh', 'Съёмка интерьеров: подборка площадок', 'Аккаунт', ['AM2'], 'backlog', 3, 8),
  task('dom-orekh', 'Аудит скорости страниц товара', 'SEO', ['SEO'], 'in-work', 6, 4, {
    start: -1,
    left: 4,
  }),
  task('dom-orekh', 'Карусель «Гостиная за 90 тысяч»', 'Таргет', ['TGT'], 'ready', 4, 2),
  task('baltijas-koks', 'Banneri LV, EN: saskaņošana', 'Дизайн', ['DES'], 'client-review', 3, 9, {
    since: 1,
  }),
  task('baltijas-koks', 'LinkedIn kampaņa arhitektiem', 'Таргет', ['TGT'], 'in-work', 6, 3, {
    start: -1,
    left: 4,
    promise: 'E-pasts: palaižam šonedēļ',
    deadline: 4,
  }),
  task('baltijas-koks', 'Google Ads: vācu atslēgvārdi', 'PPC', ['PPC'], 'ready', 4, 5),
  task(
    'baltijas-koks',
    'Terases kalkulators: teksti latviski',
    'Копирайт',
    ['COP'],
    'review',
    3,
    -1,
    { since: 3 },
  ),
  task('atlant', 'Креативы к новогодней акции', 'Дизайн', ['DES'], 'client-review', 5, 4, {
    key: 'at-creative',
    since: 3,
  }),
  task('atlant', 'Публикации в сетях, декабрь', 'SMM', ['COP'], 'backlog', 6, 12, {
    after: ['at-creative'],
    start: 8,
  }),
  task('atlant', 'Абонементы в подарок: посадочная', 'Разработка', ['DEV'], 'backlog', 7, 10, {
    start: 8,
  }),
  task('atlant', 'Письмо о повышении цены с января', 'Аккаунт', ['AM2'], 'ready', 1, 3, {
    deadline: 5,
  }),
  task('usva', 'Тексты домиков', 'Копирайт', ['COP'], 'client-review', 4, -1, {
    key: 'us-texts',
    since: 3,
    stage: 0,
  }),
  task('usva', 'Форма брони: проверка оплаты', 'Разработка', ['DEV'], 'in-work', 9, 5, {
    key: 'us-form',
    start: -1,
    left: 7,
    stage: 1,
    checklist: ['Тестовая оплата', 'Возврат', 'Письмо гостю', 'Чек'],
    checked: 1,
  }),
  task('usva', 'Вёрстка карточек домиков', 'Разработка', ['DEV'], 'ready', 14, 7, {
    after: ['us-texts'],
    start: 6,
    stage: 1,
    deadline: 8,
    checklist: ['Фото', 'Цены', 'Календарь', 'Отзывы', 'Карта', 'Правила', 'Похожие'],
    checked: 2,
  }),
  task('usva', 'Запуск сайта глэмпинга', 'Аккаунт', ['AM2'], 'backlog', 3, 8, {
    after: ['us-form'],
    start: 8,
    deadline: 9,
    promise: 'Договор: сайт в начале декабря',
    stage: 2,
  }),
  task('pion', 'Бриф к 8 Марта: вопросы клиенту', 'Аккаунт', ['AM1'], 'ready', 1, 10),
  task('pion', 'Букеты недели: объявления', 'PPC', ['PPC'], 'in-work', 2, 0),
  task('pion', 'Фотографии ёлочных композиций на карты', 'SEO', ['SEO'], 'ready', 2, 6),
  task('pion', 'Скидка самовывоза: баннер на сайт', 'Дизайн', ['DES'], 'backlog', 2, 6),
  task(
    'svetloyar',
    'Акт за прошлый месяц: вернуть подписанный',
    'Аккаунт',
    ['AM1'],
    'ready',
    1,
    -3,
  ),
  task('zhemchug', 'Договор с клиникой: приложение о видео', 'Аккаунт', ['AM1'], 'in-work', 2, 3, {
    since: 4,
  }),
  task('lingva-parma', 'Январские скидки: согласовать условия', 'Аккаунт', ['AM1'], 'ready', 2, 6, {
    start: 0,
  }),
  task('verba', 'Звонок главврача в субботу: цены на сайте', 'Аккаунт', ['AM1'], 'ready', 1, 4, {
    afterHours: 'open',
    since: 2,
  }),
  task('pion', 'Звонок о новогодних часах работы', 'Аккаунт', ['AM1'], 'ready', 1, 0, {
    promise: 'Чат: позвоним сегодня',
  }),
  task(null, 'Обновить кейс «Карта лояльности» на сайте', 'Копирайт', ['COP'], 'backlog', 4, null),
  task(null, 'Единые метки UTM для всех клиентов', 'Аналитика', ['SEO'], 'ready', 6, 9),
  task(null, 'План отпусков на первое полугодие', 'Аккаунт', ['LEAD'], 'in-work', 2, 4),
  task(null, 'Собеседование: младший дизайнер', 'Аккаунт', ['LEAD', 'DES'], 'ready', 2, 3, {
    hard: true,
  }),
  task(null, 'Разбор новых требований к маркировке', 'PPC', [], 'ready', 3, 5),
  task('gorny-kvartal', 'Проверить маркировку декабрьских креативов', 'PPC', [], 'ready', 2, 5),
];

/** Tasks that are finished: days are those on which they were done; rework and lateness tell the quality. */
export const FINISHED_TASKS: readonly TaskSpec[] = [
  task('gorny-kvartal', 'Айдентика: гайд для отдела продаж', 'Дизайн', ['DES'], 'done', 12, -18),
  task('gorny-kvartal', 'Медиаплан на декабрь', 'Медиа', ['AM1'], 'done', 6, -9, {
    rework: 1,
    reworkReason: 'Сократить охват',
  }),
  task('gorny-kvartal', 'Ретаргетинг: новые аудитории', 'Таргет', ['TGT'], 'done', 5, -12),
  task('kamsky-market', 'Листовка ноября', 'Дизайн', ['DES'], 'done', 6, -13, {
    rework: 1,
    reworkReason: 'Не та цена на кофе',
  }),
  task('kamsky-market', 'Радио: сценарии роликов', 'Копирайт', ['COP'], 'done', 4, -11),
  task('kamsky-market', 'Аудит аналитики после переезда', 'Аналитика', ['SEO'], 'done', 7, -15),
  task('vektor-avto', 'Лендинг «Зимние шины»', 'Разработка', ['DEV'], 'done', 11, -14, {
    rework: 2,
    reworkReason: 'Форма не отправляла марку машины',
  }),
  task('vektor-avto', 'Смена креативов в VK', 'Таргет', ['TGT'], 'done', 4, -8),
  task('svetloyar', 'Калькулятор окон: новые цены', 'Разработка', ['DEV'], 'done', 5, -10),
  task('svetloyar', 'Отчёт о заявках за квартал', 'Аналитика', ['PPC'], 'done', 4, -16),
  task('verba', 'Ответ на претензию № 3', 'Претензия', ['AM1'], 'done', 3, -17),
  task('verba', 'Страница «Чекап»: баннер', 'Дизайн', ['DES'], 'done', 3, -7, {
    rework: 1,
    reworkReason: 'Нет противопоказаний',
  }),
  task('clouddock', 'Product tour: captions', 'Копирайт', ['COP'], 'done', 4, -9),
  task('sol-i-dym', 'Сторис, серия 3: кухня', 'SMM', ['COP'], 'done', 3, -6),
  task('zhemchug', 'Отзывы: подборка для сайта', 'Копирайт', ['COP'], 'done', 2, -12),
  task('lingva-parma', 'Объявления: осенний набор', 'PPC', ['PPC'], 'done', 5, -19),
  task('dom-orekh', 'Карточки кроватей', 'SEO', ['SEO'], 'done', 6, -8, {
    rework: 1,
    reworkReason: 'Перепутаны размеры',
  }),
  task('baltijas-koks', 'Mājaslapas teksti: terases', 'Копирайт', ['COP'], 'done', 5, -13),
  task('atlant', 'Акция «Приведи друга»', 'Таргет', ['TGT'], 'done', 3, -10),
  task('usva', 'Структура сайта', 'Аккаунт', ['AM2'], 'done', 4, -15),
  task('pion', 'Букеты ноября: баннеры', 'Дизайн', ['DES'], 'done', 2, -11),
  task(null, 'Сверка подписок на сервисы', 'Аккаунт', ['LEAD'], 'done', 1, -9),
];
