import {
  bullets,
  choice,
  date,
  list,
  money,
  rich,
  segments,
  table,
  text,
  ticks,
} from './sample-brief-answers';
import type { BriefSpec } from './sample-briefs';

export const CLOUDDOCK_BRIEF: BriefSpec = {
  client: 'clouddock',
  template: 'web-development',
  title: 'Usage-based pricing: page and calculator',
  status: 'sent',
  dated: -15,
  edited: -4,
  history: () => [{ step: 'sent', day: -4, channel: 'email', evidence: 'Email “Pricing brief”' }],
  answers: (days) => ({
    background: text(
      'From next quarter CloudDock charges for the hours containers run instead of seats. Customers on small plans will pay less, about one in nine will pay more, and sales already get the question every day.',
      'The current pricing page has three columns of ticks. Sixty per cent of trial sign-ups pass through it, and half of those leave within ten seconds.',
    ),
    goal: text(
      'Let a team lead work out their bill in under a minute: 40 % of visitors use the calculator and trial sign-ups from the page rise from 2.1 % to 3.0 % within 60 days of launch.',
    ),
    targets: table(
      ['Visitors who use the calculator', '40%', ''],
      ['Trial sign-ups from the page', '3.0%', 'within 60 days'],
      ['Pricing questions to support', '−35%', 'against this quarter'],
    ),
    audience: text(
      'Team leads and CTOs of companies with 10 to 150 engineers, comparing us with two other vendors. They arrive with a number in mind and a colleague from finance in the chat.',
      'What stops them: fear of an open-ended bill. What helps: a cap they can set themselves, and last month’s usage of a similar team.',
    ),
    segments: segments(
      [
        'Trial users in their second week',
        'team leads, 10 to 50 engineers',
        'Europe, Kazakhstan',
        'a figure for next month',
        'fear an open-ended bill',
      ],
      [
        'Customers on the old plans',
        'paying since last year or before',
        'worldwide',
        'old and new price side by side',
        'expect to pay more',
      ],
      [
        'Finance people sent by a link',
        'never signed in, read it on a phone',
        'worldwide',
        'a document to file',
        'do not know our words',
      ],
    ),
    geo: text(
      'Worldwide, except sanctioned territories; English first, Russian in the second release.',
    ),
    message: text('Pay for the hours your containers run. Set a cap, and we stop there.'),
    proof: text(
      'Three bills of real customers, with permission, before and after. The cap is a product setting, shown in a twelve-second clip.',
    ),
    'web-pages': table(
      ['Pricing', 'one sentence, calculator, cap, three real bills', 'start a trial'],
      ['Calculator, full', 'hours, regions, storage, currency, link to share', 'share or start'],
      [
        'For existing customers',
        'old and new price side by side, dates of the change',
        'choose a date',
      ],
      ['Questions', 'fourteen answers from support, searchable', 'ask a person'],
    ),
    functions: list(
      'The calculator works without an account and keeps its inputs in the address',
      'Prices in USD and EUR, taxes named separately',
      'A shareable estimate as a page and as a PDF',
      'Numbers come from the billing service, never typed into the page',
    ),
    integrations: list(
      'Billing service: read-only prices, access by D. Volkov',
      'Product analytics: events for each step of the calculator',
      'CRM: the estimate is attached to the lead',
    ),
    site: rich(
      '**clouddock.example**, static site built from a repository, deployed by the client’s pipeline.',
      bullets(
        'The agency works in a branch, the client’s front-end lead merges.',
        'The domain and its certificate belong to the client.',
        'The page keeps no personal data; the estimate lives in its address.',
      ),
    ),
    cms: choice('own'),
    languages: list('English, at launch', 'Russian, second release, translated by the client'),
    accessibility: choice('aa'),
    performance: text('Last two versions of four browsers; LCP below 2.0 s on a mid-range phone.'),
    migration: rich(
      'The old page stays at **/pricing/2025** for customers on old plans, out of the index. Three addresses redirect to the new page on launch day.',
    ),
    'content-owner': choice('shared'),
    support: text(
      'Sixty days of fixes free of charge. A two-hour session for the content team. Price changes are made by the client in one file.',
    ),
    budget: money(43_920_000, 'RUB', true),
    'starts-on': date(days.on(3)),
    'ends-on': date(days.on(52)),
    milestones: table(
      [days.text(3), 'kick-off'],
      [days.text(17), 'prototype with real prices'],
      [days.text(38), 'beta for 5 % of visitors'],
      [days.text(52), 'launch'],
    ),
    limits: list(
      'No competitor names and no comparison tables.',
      'No “from $0” without the condition in the same line.',
      'The page loads in under two seconds on a mid-range phone, scripts below 90 kB.',
      'Accessible to WCAG 2.2 AA; the calculator works from the keyboard.',
    ),
    materials: table(
      ['Price list and rounding rules', 'D. Volkov', days.text(4)],
      ['Three customer bills with permission', 'E. Clarke', days.text(10)],
      ['Design system, source files', 'E. Clarke', days.text(4)],
    ),
    readiness: ticks(
      [
        'Access to the repository and the pipeline',
        'Brand book and logo source files',
        'Analytics installed, goals tested',
      ],
      [
        'Test access to the billing service',
        'Texts ready for every page',
        'Map of redirects from old addresses',
      ],
    ),
    criteria: table(
      ['Calculator agrees with billing', '500 of 500 random cases', 'automated test'],
      ['Largest contentful paint', 'below 2.0 s', 'field data, 75th percentile'],
      ['Accessibility faults', '0 serious', 'axe and a manual pass'],
      ['Trial sign-ups from the page', 'at least 3.0 %', 'product analytics, day 60'],
    ),
    approval: text(
      'Emma Clarke, Head of Growth, within two working days; Dmitri Volkov signs off the numbers. Legal reads the page once, before the beta.',
    ),
    rounds: choice('two'),
    expectations: rich(
      'Growth wants the page before the board meeting; engineering does not believe that the calculator can agree with billing. The 500 random cases are **for engineering**.',
    ),
    risks: table(
      [
        'Billing rules change during the work',
        'rules frozen in writing on day 4',
        'account manager',
      ],
      ['Legal reads late', 'copy is sent with the prototype', 'account manager'],
    ),
    effort: table(['Designer', '70'], ['Front-end developer', '120'], ['Account manager', '34']),
    'margin-floor': text('Not below 32 %; discount up to 5 %, approved by the director.'),
  }),
};

export const KOKS_BRIEF: BriefSpec = {
  client: 'baltijas-koks',
  template: 'seo',
  title: 'Vietnes vācu versija: redzamība meklētājos',
  status: 'draft',
  dated: -9,
  edited: -2,
  answers: (days) => ({
    background: text(
      'Baltijas Koks eksportē masīvkoka galdu virsmas un kāpņu pakāpienus. Vācijas daļa ieņēmumos ir 34 %, taču gandrīz visi pasūtījumi nāk caur diviem vairumtirgotājiem.',
      'Vietnes vācu versija ir tulkota automātiski, meklētājā to redz tikai pēc uzņēmuma nosaukuma: 190 apmeklējumi mēnesī.',
    ),
    goal: text(
      'Deviņos mēnešos sasniegt 2 400 apmeklējumu mēnesī no Google Vācijā un 45 pieprasījumus mēnesī tieši no galdniecībām un interjera studijām.',
    ),
    targets: table(
      ['Apmeklējumi no Google mēnesī', '2 400', ''],
      ['Pieprasījumi mēnesī', '45', ''],
      ['Vaicājumi pirmajā desmitniekā', '120', 'no 300'],
    ),
    audience: text(
      'Vācijas galdniecības ar 3–20 darbiniekiem un interjera studijas, kas pasūta virsmas pēc izmēra. Meklē vakarā, vāciski, salīdzina piegādes termiņu un mitruma rādītājus.',
      'Baidās no ilgas piegādes un reklamācijām pāri robežai, tāpēc vajadzīgi termiņi, sertifikāti un kontaktpersona, kas runā vāciski.',
    ),
    segments: list(
      'Galdniecības Bavārijā un Bādenē-Virtembergā',
      'Interjera studijas lielpilsētās',
      'Kāpņu ražotāji, kuriem vajag pakāpienus sērijās',
    ),
    geo: text('Vācija un Austrija; vācu valoda, teksti no dzimtās valodas redaktora.'),
    message: text('Masīvkoka virsmas pēc jūsu izmēra, Vācijā desmit darba dienās.'),
    proof: text(
      'FSC sertifikāts, mitruma protokols katrai partijai, piegāžu statistika par diviem gadiem: 96 % laikā. Trīs Vācijas klienti atļauj sevi nosaukt.',
    ),
    site: text(
      'baltijaskoks.example/de, WordPress, mitināšana Rīgā. Labojumus veic klienta izstrādātājs divu darba dienu laikā, tekstus ievieto aģentūra.',
    ),
    'site-pages': table(
      ['Tischplatten nach Maß', 'eiche massivholz, baumkante, nach maß', 'pirmā'],
      ['Treppenstufen', 'stufen massivholz, setzstufen, serie', 'pirmā'],
      ['Lieferung und Reklamation', 'lieferzeit, versand deutschland', 'otrā'],
      ['Ratgeber', 'holzfeuchte, pflege, eiche oder esche', 'trešā'],
    ),
    competitors: list(
      'holzplatten-nach-mass.example',
      'treppenstufen-direkt.example',
      'massivholz-studio.example',
    ),
    'site-changes': text(
      'Drīkst mainīt izvēlnes struktūru, virsrakstus, tekstus un ātrdarbību. Nedrīkst mainīt kalkulatoru un angļu versijas adreses.',
    ),
    access: list(
      'Google Search Console: lasīšanas tiesības, piešķir L. Ozoliņa',
      'Tīmekļa analītika: analītiķa tiesības',
      'WordPress: redaktora konts, bez spraudņu uzstādīšanas',
    ),
    budget: money(720_000, 'EUR', false),
    'starts-on': date(days.on(9)),
    'ends-on': date(days.on(279)),
    milestones: table(
      [days.text(9), 'tehniskais audits'],
      [days.text(40), 'pirmās 12 lapas vāciski'],
      [days.text(130), 'starprezultāts'],
      [days.text(279), 'noslēguma pārskats'],
    ),
    limits: list(
      'Nepērkam saites un neievietojam tekstus apmaiņas katalogos.',
      'Cenas rādām ar vārdu „no” un bez PVN.',
      'Nelietojam vārdus „ekoloģisks” un „klimatneitrāls” bez sertifikāta.',
    ),
    materials: table(
      ['Sertifikāti un protokoli', 'L. Ozoliņa', days.text(5)],
      ['Ražotnes foto, 30 kadri', 'L. Ozoliņa', days.text(12)],
      ['Termini vācu valodā', 'J. Bērziņš', days.text(7)],
    ),
    criteria: table(
      ['Apmeklējumi no Google Vācijā', 'vismaz 2 400 mēnesī', 'Search Console'],
      ['Tieši pieprasījumi', 'vismaz 45 mēnesī', 'vietnes veidlapa, CRM'],
      ['Lapu ielādes laiks', 'zem 2,5 s', 'PageSpeed, lauka dati'],
    ),
    approval: text(
      'Saskaņo Līga Ozoliņa, eksporta vadītāja, trīs darba dienu laikā. Tehniskos rādītājus apstiprina Jānis Bērziņš.',
    ),
    rounds: choice('one'),
  }),
};
