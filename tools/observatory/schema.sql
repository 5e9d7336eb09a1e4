-- The observatory: what the receipts of a fleet of kiosks say together.
--
-- Large tables are partitioned by the month of "day", which is part of every
-- key; "kiosk" is part of them too, and nothing refers to a large table.  So
-- each can become a hypertable of TimescaleDB by day, or be distributed by
-- kiosk with Citus, as it stands (README.md).
CREATE SCHEMA observatory;
SET search_path = observatory;

-- A kiosk is known by its site, the name that its settings give it.
CREATE TABLE kiosk (
	id       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	site     text NOT NULL UNIQUE,
	place    text NOT NULL DEFAULT '',  -- town, of the register
	country  text NOT NULL DEFAULT '',  -- ISO 3166-1, of the register
	key      text NOT NULL DEFAULT '',  -- minisign's, of the register
	key_id   text NOT NULL DEFAULT '',
	expected boolean NOT NULL DEFAULT false -- it stands in the register
);

-- Every file that was taken, by its SHA-256, so that none is taken twice.
CREATE TABLE file (
	digest bytea PRIMARY KEY,
	name   text NOT NULL
);

-- Every file that was not, and why; whole, so that nothing is lost.
CREATE TABLE refused (
	digest bytea PRIMARY KEY,  -- of the name where the file was not read
	name   text NOT NULL,
	reason text NOT NULL,
	body   bytea               -- NULL where it was not read
);

-- Installations and ways back, as the kiosk's log of records has them.
CREATE TABLE receipt (
	kiosk       integer NOT NULL,
	day         date NOT NULL,       -- of "time"
	record      integer NOT NULL,
	time        timestamptz NOT NULL,
	written     timestamptz NOT NULL,
	what        text NOT NULL,
	channel     text NOT NULL,
	epoch       bigint NOT NULL,
	sequence    bigint NOT NULL,
	result      text NOT NULL,
	seconds     integer NOT NULL,
	added       integer NOT NULL,
	changed     integer NOT NULL,
	withdrawn   integer NOT NULL,
	reason      integer NOT NULL,
	free        bigint NOT NULL,
	root        integer NOT NULL,
	fingerprint text NOT NULL,
	program     text NOT NULL,
	country     text NOT NULL,
	key         text NOT NULL,       -- '' where it was not signed
	digest      bytea NOT NULL,
	PRIMARY KEY (kiosk, day, record)
) PARTITION BY RANGE (day);

-- On that day the kiosk showed that edition.
CREATE TABLE shown (
	kiosk    integer NOT NULL,
	day      date NOT NULL,
	channel  text NOT NULL,
	epoch    bigint NOT NULL,
	sequence bigint NOT NULL,
	created  date,                   -- NULL where the receipt is older
	PRIMARY KEY (kiosk, day, channel, epoch, sequence)
) PARTITION BY RANGE (day);

-- Which receipt told of a day of a kiosk: the one that was written first.
CREATE TABLE counted (
	kiosk   integer NOT NULL,
	day     date NOT NULL,
	written timestamptz NOT NULL,
	digest  bytea NOT NULL,
	PRIMARY KEY (kiosk, day)
) PARTITION BY RANGE (day);

CREATE TYPE measure AS ENUM
    ('visits', 'topics', 'kinds', 'languages', 'checks', 'found');

-- The totals of one day.  They belong to a row of "counted" and come and go
-- with it, which is why they need no key of their own.
CREATE TABLE tally (
	kiosk   integer NOT NULL,
	day     date NOT NULL,
	measure measure NOT NULL,
	word    text NOT NULL,           -- the topic, the language ... or ''
	n       integer                  -- NULL: less than 5, more than 0
) PARTITION BY RANGE (day);
CREATE INDEX tally_day ON tally (kiosk, day);

-- Words that were searched in vain, by the month of the receipt.
CREATE TABLE unanswered (
	kiosk integer NOT NULL,
	day   date NOT NULL,             -- the first of a month
	word  text NOT NULL,
	days  integer NOT NULL,          -- on which it was searched
	PRIMARY KEY (kiosk, day, word)
) PARTITION BY RANGE (day);

-- What has a day that no calendar of ours has: clocks stand at 1970.
CREATE TABLE receipt_other PARTITION OF receipt DEFAULT;
CREATE TABLE shown_other PARTITION OF shown DEFAULT;
CREATE TABLE counted_other PARTITION OF counted DEFAULT;
CREATE TABLE tally_other PARTITION OF tally DEFAULT;
CREATE TABLE unanswered_other PARTITION OF unanswered DEFAULT;

-- The partitions of a month that are not there yet.  TimescaleDB makes its
-- own: with it, let this function do nothing.
CREATE FUNCTION make_month(month date) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	large text;
	part text;
BEGIN
	FOREACH large IN ARRAY ARRAY['receipt', 'shown', 'counted', 'tally',
	    'unanswered'] LOOP
		part := large || to_char(month, '_YYYY_MM');
		CONTINUE WHEN to_regclass('observatory.' || part) IS NOT NULL;
		EXECUTE format('CREATE TABLE observatory.%I PARTITION OF'
		    ' observatory.%I FOR VALUES FROM (%L) TO (%L)', part,
		    large, month, (month + interval '1 month')::date);
	END LOOP;
END $$;
