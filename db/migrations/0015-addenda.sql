-- Agreements: drafts of contracts and addenda made from proposals, until they are signed.

-- A draft says what its proposal says; what was signed keeps its own amounts.
CREATE TABLE agreements (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('contract', 'addendum')),
  number TEXT NOT NULL CHECK (trim(number) <> ''),
  -- The contract that an addendum adds to; of a contract, the one it became when it was signed.
  contract_id TEXT REFERENCES contracts (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  proposal_id TEXT NOT NULL REFERENCES proposals (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  dated_on TEXT NOT NULL
    CHECK (dated_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(dated_on) IS dated_on),
  subject TEXT NOT NULL CHECK (trim(subject) <> ''),
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'signed')),
  signed_on TEXT
    CHECK (signed_on IS NULL OR (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(signed_on) IS signed_on)),
  evidence TEXT NOT NULL DEFAULT '',
  net_minor INTEGER CHECK (net_minor BETWEEN -2251799813685248 AND 2251799813685248),
  -- Null for a document without VAT, which is not 0 %.
  vat_ppm INTEGER CHECK (vat_ppm BETWEEN 0 AND 1000000),
  vat_minor INTEGER CHECK (vat_minor BETWEEN -2251799813685248 AND 2251799813685248),
  gross_minor INTEGER CHECK (gross_minor BETWEEN -2251799813685248 AND 2251799813685248),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (kind = 'contract' OR contract_id IS NOT NULL),
  CHECK ((status = 'signed') = (signed_on IS NOT NULL)),
  CHECK ((status = 'signed') = (net_minor IS NOT NULL)),
  CHECK ((net_minor IS NULL) = (vat_minor IS NULL) AND (net_minor IS NULL) = (gross_minor IS NULL)),
  CHECK (net_minor IS NULL OR gross_minor = net_minor + vat_minor)
) STRICT;
CREATE UNIQUE INDEX agreements_one_of_proposal ON agreements (proposal_id);
CREATE INDEX agreements_by_client ON agreements (client_id, dated_on);
CREATE INDEX agreements_by_contract ON agreements (contract_id) WHERE contract_id IS NOT NULL;

-- What was signed stays as it was signed.
CREATE TRIGGER agreements_frozen BEFORE UPDATE ON agreements
WHEN OLD.status = 'signed' AND NEW.status = 'signed'
BEGIN
  SELECT RAISE(ABORT, 'agreement-signed')
  WHERE NEW.number IS NOT OLD.number OR NEW.subject IS NOT OLD.subject OR NEW.dated_on IS NOT OLD.dated_on
    OR NEW.proposal_id IS NOT OLD.proposal_id OR NEW.gross_minor IS NOT OLD.gross_minor;
END;

-- The month whose hours beyond the retainer a proposal puts a price on.
ALTER TABLE proposals ADD COLUMN overservice_month TEXT
  CHECK (overservice_month IS NULL OR overservice_month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]');
