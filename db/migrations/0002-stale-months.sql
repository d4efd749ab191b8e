-- Which months of which clients a change makes stale. The service that writes recomputes them before it commits.
-- Marking too many months costs time; marking too few would let a figure differ from its rows.

-- A trigger cannot count through months by itself (no WITH inside triggers): it joins this list.
CREATE TABLE calendar_months (
  month TEXT NOT NULL PRIMARY KEY CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;
INSERT INTO calendar_months (month)
  WITH RECURSIVE count (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM count WHERE n < 1439)
  SELECT strftime('%Y-%m', '1990-01-01', '+' || n || ' months') FROM count;

-- Hours: their month; the next one where unused hours move on; every client of an overhead period that counts the time sheets.

CREATE TRIGGER time_entries_stale_on_insert AFTER INSERT ON time_entries
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT NEW.client_id, substr(NEW.worked_on, 1, 7) WHERE NEW.client_id IS NOT NULL;
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c
    WHERE NEW.kind = 'retainer' AND c.client_id = NEW.client_id
      AND c.month = strftime('%Y-%m', NEW.worked_on, 'start of month', '+1 month')
      AND EXISTS (SELECT 1 FROM projects p JOIN retainer_terms t ON t.project_id = p.id
                  WHERE p.client_id = NEW.client_id AND t.rollover = 'previous-month');
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM overhead_periods o
    JOIN client_months c ON c.month BETWEEN substr(o.from_on, 1, 7) AND substr(o.to_on, 1, 7)
    WHERE NEW.worked_on BETWEEN o.from_on AND o.to_on
      AND (o.total_s IS NULL OR o.internal_s IS NULL OR o.internal_hour_cost_minor IS NULL OR o.client_s IS NULL);
END;

CREATE TRIGGER time_entries_stale_on_update AFTER UPDATE OF person_id, client_id, project_id, worked_on, kind, duration_s ON time_entries
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT OLD.client_id, substr(OLD.worked_on, 1, 7) WHERE OLD.client_id IS NOT NULL;
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c
    WHERE OLD.kind = 'retainer' AND c.client_id = OLD.client_id
      AND c.month = strftime('%Y-%m', OLD.worked_on, 'start of month', '+1 month')
      AND EXISTS (SELECT 1 FROM projects p JOIN retainer_terms t ON t.project_id = p.id
                  WHERE p.client_id = OLD.client_id AND t.rollover = 'previous-month');
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM overhead_periods o
    JOIN client_months c ON c.month BETWEEN substr(o.from_on, 1, 7) AND substr(o.to_on, 1, 7)
    WHERE OLD.worked_on BETWEEN o.from_on AND o.to_on
      AND (o.total_s IS NULL OR o.internal_s IS NULL OR o.internal_hour_cost_minor IS NULL OR o.client_s IS NULL);
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT NEW.client_id, substr(NEW.worked_on, 1, 7) WHERE NEW.client_id IS NOT NULL;
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c
    WHERE NEW.kind = 'retainer' AND c.client_id = NEW.client_id
      AND c.month = strftime('%Y-%m', NEW.worked_on, 'start of month', '+1 month')
      AND EXISTS (SELECT 1 FROM projects p JOIN retainer_terms t ON t.project_id = p.id
                  WHERE p.client_id = NEW.client_id AND t.rollover = 'previous-month');
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM overhead_periods o
    JOIN client_months c ON c.month BETWEEN substr(o.from_on, 1, 7) AND substr(o.to_on, 1, 7)
    WHERE NEW.worked_on BETWEEN o.from_on AND o.to_on
      AND (o.total_s IS NULL OR o.internal_s IS NULL OR o.internal_hour_cost_minor IS NULL OR o.client_s IS NULL);
END;

CREATE TRIGGER time_entries_stale_on_delete AFTER DELETE ON time_entries
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT OLD.client_id, substr(OLD.worked_on, 1, 7) WHERE OLD.client_id IS NOT NULL;
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c
    WHERE OLD.kind = 'retainer' AND c.client_id = OLD.client_id
      AND c.month = strftime('%Y-%m', OLD.worked_on, 'start of month', '+1 month')
      AND EXISTS (SELECT 1 FROM projects p JOIN retainer_terms t ON t.project_id = p.id
                  WHERE p.client_id = OLD.client_id AND t.rollover = 'previous-month');
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM overhead_periods o
    JOIN client_months c ON c.month BETWEEN substr(o.from_on, 1, 7) AND substr(o.to_on, 1, 7)
    WHERE OLD.worked_on BETWEEN o.from_on AND o.to_on
      AND (o.total_s IS NULL OR o.internal_s IS NULL OR o.internal_hour_cost_minor IS NULL OR o.client_s IS NULL);
END;

-- Media, production, direct costs, billings: the months they lie in.

CREATE TRIGGER media_spend_stale_on_insert AFTER INSERT ON media_spend
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT NEW.client_id, m.month FROM calendar_months m
    WHERE m.month BETWEEN substr(NEW.from_on, 1, 7) AND substr(NEW.to_on, 1, 7);
END;

CREATE TRIGGER media_spend_stale_on_update AFTER UPDATE OF client_id, from_on, to_on, actual_minor, rebate_ppm ON media_spend
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT OLD.client_id, m.month FROM calendar_months m
    WHERE m.month BETWEEN substr(OLD.from_on, 1, 7) AND substr(OLD.to_on, 1, 7);
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT NEW.client_id, m.month FROM calendar_months m
    WHERE m.month BETWEEN substr(NEW.from_on, 1, 7) AND substr(NEW.to_on, 1, 7);
END;

CREATE TRIGGER media_spend_stale_on_delete AFTER DELETE ON media_spend
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT OLD.client_id, m.month FROM calendar_months m
    WHERE m.month BETWEEN substr(OLD.from_on, 1, 7) AND substr(OLD.to_on, 1, 7);
END;

CREATE TRIGGER production_costs_stale_on_insert AFTER INSERT ON production_costs
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT NEW.client_id, substr(NEW.incurred_on, 1, 7);
END;

CREATE TRIGGER production_costs_stale_on_update AFTER UPDATE ON production_costs
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT OLD.client_id, substr(OLD.incurred_on, 1, 7);
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT NEW.client_id, substr(NEW.incurred_on, 1, 7);
END;

CREATE TRIGGER production_costs_stale_on_delete AFTER DELETE ON production_costs
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT OLD.client_id, substr(OLD.incurred_on, 1, 7);
END;

CREATE TRIGGER direct_costs_stale_on_insert AFTER INSERT ON direct_costs
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT NEW.client_id, substr(NEW.incurred_on, 1, 7);
END;

CREATE TRIGGER direct_costs_stale_on_update AFTER UPDATE ON direct_costs
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT OLD.client_id, substr(OLD.incurred_on, 1, 7);
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT NEW.client_id, substr(NEW.incurred_on, 1, 7);
END;

CREATE TRIGGER direct_costs_stale_on_delete AFTER DELETE ON direct_costs
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT OLD.client_id, substr(OLD.incurred_on, 1, 7);
END;

CREATE TRIGGER project_billings_stale_on_insert AFTER INSERT ON project_billings
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT p.client_id, substr(NEW.billed_on, 1, 7) FROM projects p WHERE p.id = NEW.project_id;
END;

CREATE TRIGGER project_billings_stale_on_update AFTER UPDATE ON project_billings
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT p.client_id, substr(OLD.billed_on, 1, 7) FROM projects p WHERE p.id = OLD.project_id;
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT p.client_id, substr(NEW.billed_on, 1, 7) FROM projects p WHERE p.id = NEW.project_id;
END;

CREATE TRIGGER project_billings_stale_on_delete AFTER DELETE ON project_billings
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT p.client_id, substr(OLD.billed_on, 1, 7) FROM projects p WHERE p.id = OLD.project_id;
END;

-- Per cent complete: the month it was judged in, and those after it that rest on it.

CREATE TRIGGER project_progress_stale_on_insert AFTER INSERT ON project_progress
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT p.client_id, substr(NEW.judged_on, 1, 7) FROM projects p WHERE p.id = NEW.project_id;
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM projects p JOIN client_months c ON c.client_id = p.client_id
    WHERE p.id = NEW.project_id AND c.month > substr(NEW.judged_on, 1, 7);
END;

CREATE TRIGGER project_progress_stale_on_update AFTER UPDATE ON project_progress
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT p.client_id, substr(OLD.judged_on, 1, 7) FROM projects p WHERE p.id = OLD.project_id;
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM projects p JOIN client_months c ON c.client_id = p.client_id
    WHERE p.id = OLD.project_id AND c.month > substr(OLD.judged_on, 1, 7);
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT p.client_id, substr(NEW.judged_on, 1, 7) FROM projects p WHERE p.id = NEW.project_id;
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM projects p JOIN client_months c ON c.client_id = p.client_id
    WHERE p.id = NEW.project_id AND c.month > substr(NEW.judged_on, 1, 7);
END;

CREATE TRIGGER project_progress_stale_on_delete AFTER DELETE ON project_progress
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT p.client_id, substr(OLD.judged_on, 1, 7) FROM projects p WHERE p.id = OLD.project_id;
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM projects p JOIN client_months c ON c.client_id = p.client_id
    WHERE p.id = OLD.project_id AND c.month > substr(OLD.judged_on, 1, 7);
END;

-- Retainer terms: each month they cover, up to 120, and the client's other months from then on.

CREATE TRIGGER retainer_terms_stale_on_insert AFTER INSERT ON retainer_terms
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT p.client_id, m.month FROM projects p
    JOIN calendar_months m ON m.month BETWEEN substr(NEW.valid_from, 1, 7) AND min(
      coalesce(substr(NEW.valid_to, 1, 7), '9999-12'),
      coalesce(substr(p.ends_on, 1, 7), '9999-12'),
      strftime('%Y-%m', NEW.valid_from, 'start of month', '+119 months'))
    WHERE p.id = NEW.project_id;
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM projects p JOIN client_months c ON c.client_id = p.client_id
    WHERE p.id = NEW.project_id AND c.month >= substr(NEW.valid_from, 1, 7);
END;

CREATE TRIGGER retainer_terms_stale_on_update AFTER UPDATE ON retainer_terms
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT p.client_id, m.month FROM projects p
    JOIN calendar_months m ON m.month BETWEEN substr(OLD.valid_from, 1, 7) AND min(
      coalesce(substr(OLD.valid_to, 1, 7), '9999-12'),
      coalesce(substr(p.ends_on, 1, 7), '9999-12'),
      strftime('%Y-%m', OLD.valid_from, 'start of month', '+119 months'))
    WHERE p.id = OLD.project_id;
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM projects p JOIN client_months c ON c.client_id = p.client_id
    WHERE p.id = OLD.project_id AND c.month >= substr(OLD.valid_from, 1, 7);
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT p.client_id, m.month FROM projects p
    JOIN calendar_months m ON m.month BETWEEN substr(NEW.valid_from, 1, 7) AND min(
      coalesce(substr(NEW.valid_to, 1, 7), '9999-12'),
      coalesce(substr(p.ends_on, 1, 7), '9999-12'),
      strftime('%Y-%m', NEW.valid_from, 'start of month', '+119 months'))
    WHERE p.id = NEW.project_id;
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM projects p JOIN client_months c ON c.client_id = p.client_id
    WHERE p.id = NEW.project_id AND c.month >= substr(NEW.valid_from, 1, 7);
END;

CREATE TRIGGER retainer_terms_stale_on_delete AFTER DELETE ON retainer_terms
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT p.client_id, m.month FROM projects p
    JOIN calendar_months m ON m.month BETWEEN substr(OLD.valid_from, 1, 7) AND min(
      coalesce(substr(OLD.valid_to, 1, 7), '9999-12'),
      coalesce(substr(p.ends_on, 1, 7), '9999-12'),
      strftime('%Y-%m', OLD.valid_from, 'start of month', '+119 months'))
    WHERE p.id = OLD.project_id;
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM projects p JOIN client_months c ON c.client_id = p.client_id
    WHERE p.id = OLD.project_id AND c.month >= substr(OLD.valid_from, 1, 7);
END;

-- Projects: all months of the client, and those that a moved end newly covers.

CREATE TRIGGER projects_stale_on_update AFTER UPDATE OF client_id, kind, starts_on, ends_on, fee_minor, status ON projects
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c WHERE c.client_id = OLD.client_id;
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c WHERE c.client_id = NEW.client_id;
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT NEW.client_id, m.month FROM retainer_terms t
    JOIN calendar_months m ON m.month BETWEEN substr(t.valid_from, 1, 7) AND min(
      coalesce(substr(t.valid_to, 1, 7), '9999-12'),
      coalesce(substr(NEW.ends_on, 1, 7), '9999-12'),
      strftime('%Y-%m', t.valid_from, 'start of month', '+119 months'))
    WHERE t.project_id = NEW.id;
END;

CREATE TRIGGER projects_stale_on_delete AFTER DELETE ON projects
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c WHERE c.client_id = OLD.client_id;
END;

-- Commission terms and the currency of a client: months from that day on, or all.

CREATE TRIGGER commission_terms_stale_on_insert AFTER INSERT ON commission_terms
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c
    WHERE c.client_id = NEW.client_id AND c.month >= substr(NEW.valid_from, 1, 7);
END;

CREATE TRIGGER commission_terms_stale_on_update AFTER UPDATE ON commission_terms
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c
    WHERE c.client_id = OLD.client_id AND c.month >= substr(OLD.valid_from, 1, 7);
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c
    WHERE c.client_id = NEW.client_id AND c.month >= substr(NEW.valid_from, 1, 7);
END;

CREATE TRIGGER commission_terms_stale_on_delete AFTER DELETE ON commission_terms
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c
    WHERE c.client_id = OLD.client_id AND c.month >= substr(OLD.valid_from, 1, 7);
END;

CREATE TRIGGER clients_stale_on_update AFTER UPDATE OF currency, country ON clients
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c WHERE c.client_id = NEW.id;
END;

CREATE TRIGGER clients_months_gone_on_delete AFTER DELETE ON clients
BEGIN
  DELETE FROM client_months WHERE client_id = OLD.id;
  DELETE FROM stale_months WHERE client_id = OLD.id;
END;

-- Agency-wide inputs: every client's months from that day on.

CREATE TRIGGER pay_rates_stale_on_insert AFTER INSERT ON pay_rates
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c WHERE c.month >= substr(NEW.valid_from, 1, 7);
END;

CREATE TRIGGER pay_rates_stale_on_update AFTER UPDATE ON pay_rates
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c WHERE c.month >= substr(OLD.valid_from, 1, 7);
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c WHERE c.month >= substr(NEW.valid_from, 1, 7);
END;

CREATE TRIGGER pay_rates_stale_on_delete AFTER DELETE ON pay_rates
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c WHERE c.month >= substr(OLD.valid_from, 1, 7);
END;

CREATE TRIGGER accounting_rates_stale_on_insert AFTER INSERT ON accounting_rates
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c WHERE c.month >= substr(NEW.valid_from, 1, 7);
END;

CREATE TRIGGER accounting_rates_stale_on_update AFTER UPDATE ON accounting_rates
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c WHERE c.month >= substr(OLD.valid_from, 1, 7);
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c WHERE c.month >= substr(NEW.valid_from, 1, 7);
END;

CREATE TRIGGER accounting_rates_stale_on_delete AFTER DELETE ON accounting_rates
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c WHERE c.month >= substr(OLD.valid_from, 1, 7);
END;

CREATE TRIGGER dated_rates_stale_on_insert AFTER INSERT ON dated_rates
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c
    WHERE NEW.kind IN ('payroll-tax', 'upsell-bonus') AND c.month >= substr(NEW.valid_from, 1, 7);
END;

CREATE TRIGGER dated_rates_stale_on_update AFTER UPDATE ON dated_rates
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c
    WHERE OLD.kind IN ('payroll-tax', 'upsell-bonus') AND c.month >= substr(OLD.valid_from, 1, 7);
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c
    WHERE NEW.kind IN ('payroll-tax', 'upsell-bonus') AND c.month >= substr(NEW.valid_from, 1, 7);
END;

CREATE TRIGGER dated_rates_stale_on_delete AFTER DELETE ON dated_rates
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c
    WHERE OLD.kind IN ('payroll-tax', 'upsell-bonus') AND c.month >= substr(OLD.valid_from, 1, 7);
END;

CREATE TRIGGER overhead_periods_stale_on_insert AFTER INSERT ON overhead_periods
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c
    WHERE c.month BETWEEN substr(NEW.from_on, 1, 7) AND substr(NEW.to_on, 1, 7);
END;

CREATE TRIGGER overhead_periods_stale_on_update AFTER UPDATE ON overhead_periods
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c
    WHERE c.month BETWEEN substr(OLD.from_on, 1, 7) AND substr(OLD.to_on, 1, 7);
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c
    WHERE c.month BETWEEN substr(NEW.from_on, 1, 7) AND substr(NEW.to_on, 1, 7);
END;

CREATE TRIGGER overhead_periods_stale_on_delete AFTER DELETE ON overhead_periods
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c
    WHERE c.month BETWEEN substr(OLD.from_on, 1, 7) AND substr(OLD.to_on, 1, 7);
END;

CREATE TRIGGER agency_stale_on_insert AFTER INSERT ON agency
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c;
END;

CREATE TRIGGER agency_stale_on_update AFTER UPDATE OF country, base_currency ON agency
BEGIN
  INSERT OR IGNORE INTO stale_months (client_id, month)
    SELECT c.client_id, c.month FROM client_months c;
END;
