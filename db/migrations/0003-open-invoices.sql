-- Which invoices are not settled in full. Debts are read from these few, never from the history of all invoices.
CREATE TABLE open_invoices (
  invoice_id TEXT NOT NULL PRIMARY KEY,
  client_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX open_invoices_by_client ON open_invoices (client_id, invoice_id);
INSERT INTO open_invoices (invoice_id, client_id)
  SELECT i.id, i.client_id FROM invoices i WHERE i.cancelled_at IS NULL AND i.gross_minor >
    (SELECT coalesce(sum(a.amount_minor), 0) FROM payment_allocations a WHERE a.invoice_id = i.id);

CREATE TRIGGER invoices_open_on_insert AFTER INSERT ON invoices
BEGIN
  INSERT INTO open_invoices (invoice_id, client_id)
    SELECT NEW.id, NEW.client_id WHERE NEW.cancelled_at IS NULL AND NEW.gross_minor > 0;
END;

CREATE TRIGGER invoices_open_on_update AFTER UPDATE OF client_id, gross_minor, cancelled_at ON invoices
BEGIN
  DELETE FROM open_invoices WHERE invoice_id = NEW.id;
  INSERT INTO open_invoices (invoice_id, client_id)
    SELECT NEW.id, NEW.client_id WHERE NEW.cancelled_at IS NULL AND NEW.gross_minor >
      (SELECT coalesce(sum(a.amount_minor), 0) FROM payment_allocations a WHERE a.invoice_id = NEW.id);
END;

CREATE TRIGGER invoices_open_on_delete AFTER DELETE ON invoices
BEGIN
  DELETE FROM open_invoices WHERE invoice_id = OLD.id;
END;

CREATE TRIGGER payment_allocations_open_on_insert AFTER INSERT ON payment_allocations
BEGIN
  DELETE FROM open_invoices WHERE invoice_id = NEW.invoice_id;
  INSERT INTO open_invoices (invoice_id, client_id)
    SELECT i.id, i.client_id FROM invoices i WHERE i.id = NEW.invoice_id AND i.cancelled_at IS NULL AND i.gross_minor >
      (SELECT coalesce(sum(a.amount_minor), 0) FROM payment_allocations a WHERE a.invoice_id = i.id);
END;

CREATE TRIGGER payment_allocations_open_on_update AFTER UPDATE OF invoice_id, amount_minor ON payment_allocations
BEGIN
  DELETE FROM open_invoices WHERE invoice_id IN (OLD.invoice_id, NEW.invoice_id);
  INSERT INTO open_invoices (invoice_id, client_id)
    SELECT i.id, i.client_id FROM invoices i
    WHERE i.id IN (OLD.invoice_id, NEW.invoice_id) AND i.cancelled_at IS NULL AND i.gross_minor >
      (SELECT coalesce(sum(a.amount_minor), 0) FROM payment_allocations a WHERE a.invoice_id = i.id);
END;

CREATE TRIGGER payment_allocations_open_on_delete AFTER DELETE ON payment_allocations
BEGIN
  DELETE FROM open_invoices WHERE invoice_id = OLD.invoice_id;
  INSERT INTO open_invoices (invoice_id, client_id)
    SELECT i.id, i.client_id FROM invoices i WHERE i.id = OLD.invoice_id AND i.cancelled_at IS NULL AND i.gross_minor >
      (SELECT coalesce(sum(a.amount_minor), 0) FROM payment_allocations a WHERE a.invoice_id = i.id);
END;
