import Database from 'better-sqlite3';

/** The plan that {@link makePlan} leaves. */
export const PLAN_ID = 'bench-plan';
const YEAR = { from: '2026-01-01', to: '2026-12-20' };
const GROUPS = ['Контекст', 'Таргет', 'Программатик', 'Наружная реклама', 'Радио'];
const CHANNELS = ['Яндекс Директ', 'VK Реклама', 'Telegram Ads', 'Щиты 3×6', 'Авторадио'];

/** Leaves a draft of so many lines over 51 weeks in a workspace. */
export function makePlan(path: string, lines: number): void {
  const db = new Database(path);
  try {
    const client = db
      .prepare<[], { id: string }>("SELECT id FROM clients WHERE currency = 'RUB' ORDER BY id")
      .get();
    if (client === undefined) throw new Error('no client');
    db.transaction(() => {
      db.prepare(
        `INSERT INTO media_plans (id, family_id, number, version, client_id, name, currency, column_unit, from_on, to_on,
           status, commission_ppm, edited_at)
         VALUES (?, ?, 900000, 1, ?, 'Год', 'RUB', 'week', ?, ?, 'draft', 150000, 0)`,
      ).run(PLAN_ID, PLAN_ID, client.id, YEAR.from, YEAR.to);
      const line = db.prepare(
        `INSERT INTO media_plan_lines (id, plan_id, origin_id, position, group_name, channel, placement, geo, model,
           volume, price, from_on, to_on)
         VALUES (:id, :plan, :id, :at, :group, :channel, :placement, 'Пермь', 'cpc', :volume, :price, :from, :to)`,
      );
      for (let i = 0; i < lines; i += 1) {
        const kind = Math.floor((i * GROUPS.length) / lines);
        line.run({
          id: `${PLAN_ID}-${String(i).padStart(5, '0')}`,
          plan: PLAN_ID,
          at: (i + 1) * 1024,
          group: GROUPS[kind],
          channel: CHANNELS[kind],
          placement: `Размещение ${i + 1}`,
          volume: String(1000 + ((i * 37) % 9000)),
          price: ((1000 + ((i * 13) % 4000)) / 100).toFixed(2),
          ...YEAR,
        });
      }
    })();
  } finally {
    db.close();
  }
}
