-- Loading receipts, from what the loader copied to the tables.  A file may
-- come again, on another stick or by mistake, and files in any order: the
-- tables are the same afterwards.
SET search_path = observatory;
SET check_function_bodies = off; -- they name tables of the session

-- What the loader copies: one row a file.  Its lines end with U+0001, for no
-- line of a stick shall stand at the start of one of ours; its letters are
-- its bytes.
CREATE FUNCTION make_incoming() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
	CREATE TEMP TABLE incoming (
		n      integer GENERATED ALWAYS AS IDENTITY,
		name   text NOT NULL,
		key    text NOT NULL, -- whose signature was found good, or ''
		reason text NOT NULL, -- why it was not read, or ''
		body   text NOT NULL
	);
	CREATE TEMP TABLE batch (
		name   text NOT NULL,
		digest bytea NOT NULL,
		key    text NOT NULL,
		raw    bytea,
		doc    jsonb,
		fault  text,
		kiosk  integer
	);
	CREATE TEMP TABLE turned_away (name text NOT NULL, reason text NOT NULL);
	CREATE TEMP TABLE outcome (what text PRIMARY KEY, n bigint NOT NULL);
	INSERT INTO outcome VALUES ('files', 0), ('taken', 0), ('refused', 0),
	    ('totals', 0);
END $$;

CREATE FUNCTION add_to(name text, more bigint) RETURNS void
LANGUAGE sql AS $$ UPDATE outcome SET n = n + more WHERE what = name $$;

-- The files FIRST .. LAST of "incoming" to "batch", without those we know.
CREATE FUNCTION read_batch(first integer, last integer) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
	TRUNCATE batch;
	WITH bytes AS (
		SELECT name, key, nullif(reason, '') AS reason,
		    CASE reason WHEN '' THEN convert_to(replace(body,
			E'\x01', E'\n'), 'LATIN1') END AS raw
		FROM incoming WHERE n BETWEEN first AND last
	), digests AS (
		SELECT *, sha256(coalesce(raw, convert_to(name, 'UTF8')))
		    AS digest
		FROM bytes
	)
	INSERT INTO batch (name, digest, key, raw, doc, fault)
	SELECT DISTINCT ON (d.digest) d.name, d.digest, d.key, d.raw, p.doc,
	    coalesce(d.reason, p.fault)
	FROM digests d LEFT JOIN LATERAL parse(d.raw) p ON d.reason IS NULL
	WHERE NOT EXISTS (SELECT FROM file f WHERE f.digest = d.digest)
	ORDER BY d.digest, d.reason NULLS FIRST, d.name;

	-- Who signed must be who it says it is.
	UPDATE batch b SET fault = 'it is signed by another kiosk'
	WHERE b.key <> '' AND b.fault IS NULL AND NOT EXISTS (SELECT FROM
	    kiosk k WHERE k.site = b.doc->>'site' AND k.key_id = b.key);

	INSERT INTO refused SELECT digest, name, fault, raw FROM batch
	    WHERE fault IS NOT NULL
	    ON CONFLICT (digest) DO UPDATE SET reason = excluded.reason;
	INSERT INTO turned_away SELECT name, fault FROM batch
	    WHERE fault IS NOT NULL;
	PERFORM add_to('refused', count(*)) FROM batch
	    WHERE fault IS NOT NULL;
	DELETE FROM batch WHERE fault IS NOT NULL;
	ANALYZE batch;
END $$;

CREATE FUNCTION make_partitions() RETURNS void
LANGUAGE sql AS $$
	SELECT make_month(month) FROM (
		SELECT DISTINCT date_trunc('month', day)::date AS month
		FROM batch, LATERAL (
			SELECT day_of((doc->>'time')::bigint) UNION ALL
			SELECT day_of(written_at(doc)) UNION ALL
			SELECT (d->>'day')::date FROM jsonb_array_elements(
			    doc->'statistics'->'days') d) AS days (day)
		WHERE day BETWEEN '2024-01-01' AND '2049-12-31') months;
$$;

CREATE FUNCTION take_receipts() RETURNS void
LANGUAGE sql AS $$
	INSERT INTO kiosk (site)
	SELECT DISTINCT doc->>'site' FROM batch
	ORDER BY 1 ON CONFLICT DO NOTHING;

	UPDATE batch b SET kiosk = k.id
	FROM kiosk k WHERE b.doc->>'site' = k.site;

	-- Of the same record the receipt that was written last.
	INSERT INTO receipt
	SELECT DISTINCT ON (kiosk, day_of((doc->>'time')::bigint),
	    (doc->>'record')::integer)
	    kiosk, day_of((doc->>'time')::bigint), (doc->>'record')::integer,
	    to_timestamp((doc->>'time')::bigint),
	    to_timestamp(written_at(doc)), doc->>'what', doc->>'channel',
	    (doc->>'epoch')::bigint, (doc->>'sequence')::bigint,
	    doc->>'result', (doc->>'seconds')::integer,
	    (doc->>'new')::integer, (doc->>'changed')::integer,
	    (doc->>'withdrawn')::integer, (doc->>'reason')::integer,
	    (doc->>'free')::bigint, (doc->>'root')::integer,
	    doc->>'fingerprint', doc->>'program',
	    coalesce(doc->>'country', ''), key, digest
	FROM batch
	ORDER BY 1, 2, 3, written_at(doc) DESC, digest DESC
	ON CONFLICT (kiosk, day, record) DO UPDATE SET
	    time = excluded.time, written = excluded.written,
	    what = excluded.what, channel = excluded.channel,
	    epoch = excluded.epoch, sequence = excluded.sequence,
	    result = excluded.result, seconds = excluded.seconds,
	    added = excluded.added, changed = excluded.changed,
	    withdrawn = excluded.withdrawn, reason = excluded.reason,
	    free = excluded.free, root = excluded.root,
	    fingerprint = excluded.fingerprint, program = excluded.program,
	    country = excluded.country, key = excluded.key,
	    digest = excluded.digest
	WHERE (excluded.written, excluded.digest) >
	    (receipt.written, receipt.digest);

	INSERT INTO shown
	SELECT kiosk, day_of(written_at(doc)), one->>'channel',
	    (one->>'epoch')::bigint, (one->>'sequence')::bigint,
	    min(day_of((one->>'created')::bigint))
	FROM batch, jsonb_array_elements(doc->'shown') one
	GROUP BY 1, 2, 3, 4, 5
	ON CONFLICT (kiosk, day, channel, epoch, sequence) DO UPDATE
	SET created = least(shown.created, excluded.created)
	WHERE shown.created IS DISTINCT FROM
	    least(shown.created, excluded.created);

	INSERT INTO unanswered
	SELECT kiosk, date_trunc('month', day_of(written_at(doc)))::date,
	    one.key, max(one.value::integer)
	FROM batch, jsonb_each_text(doc->'statistics'->'words') one
	GROUP BY 1, 2, 3
	ON CONFLICT (kiosk, day, word) DO UPDATE
	SET days = excluded.days WHERE excluded.days > unanswered.days;
$$;

-- Of each day the totals that were told first: a day that is over does not
-- change, and so nothing is written twice.
CREATE FUNCTION take_statistics() RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	more bigint;
BEGIN
	DROP TABLE IF EXISTS told, won;
	CREATE TEMP TABLE told AS
	SELECT DISTINCT ON (b.kiosk, (d->>'day')::date)
	    b.kiosk, (d->>'day')::date AS day, b.digest,
	    to_timestamp(written_at(b.doc)) AS written, d AS doc
	FROM batch b, jsonb_array_elements(b.doc->'statistics'->'days') d
	ORDER BY 1, 2, 4, 3;

	CREATE TEMP TABLE won (kiosk integer, day date);
	WITH better AS (
		INSERT INTO counted
		SELECT kiosk, day, written, digest FROM told
		ON CONFLICT (kiosk, day) DO UPDATE
		SET written = excluded.written, digest = excluded.digest
		WHERE (excluded.written, excluded.digest) <
		    (counted.written, counted.digest)
		RETURNING kiosk, day
	)
	INSERT INTO won SELECT kiosk, day FROM better;
	ANALYZE told, won;

	DELETE FROM tally t USING won w
	WHERE t.kiosk = w.kiosk AND t.day = w.day;

	INSERT INTO tally
	SELECT t.kiosk, t.day, one.key::measure, v.key,
	    CASE v.value WHEN '<5' THEN NULL ELSE v.value::integer END
	FROM told t JOIN won USING (kiosk, day),
	    jsonb_each(t.doc) one,
	    jsonb_each_text(CASE one.key WHEN 'visits' THEN
		jsonb_build_object('', one.value) ELSE one.value END) v
	WHERE one.key IN ('visits', 'topics', 'kinds', 'languages', 'checks',
	    'found');
	GET DIAGNOSTICS more = ROW_COUNT;
	PERFORM add_to('totals', more);
END $$;

-- All of "incoming", STEP files at a time; each step stands by itself, so
-- that an interrupted load can simply be run again.
CREATE PROCEDURE load_incoming(step integer)
LANGUAGE plpgsql AS $$
DECLARE
	first integer := 1;
	files integer;
BEGIN
	PERFORM pg_advisory_lock(hashtext('observatory'));
	SELECT count(*) INTO files FROM incoming;
	PERFORM add_to('files', files);
	WHILE first <= files LOOP
		PERFORM read_batch(first, first + step - 1);
		PERFORM make_partitions();
		PERFORM take_receipts();
		PERFORM take_statistics();
		PERFORM add_to('taken', count(*)) FROM batch;
		DELETE FROM refused r USING batch b
		    WHERE r.digest = b.digest;
		INSERT INTO file SELECT digest, name FROM batch;
		COMMIT;
		first := first + step;
	END LOOP;
	PERFORM pg_advisory_unlock(hashtext('observatory'));
END $$;

-- The register: which kiosks there should be.  Those that it does not name
-- any more stay, with what they told.
CREATE FUNCTION take_register() RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	wrong text;
BEGIN
	SELECT format('%s: %s', site, CASE WHEN site !~ '^[^[:cntrl:]]{1,63}$'
	    THEN 'a site has 1 to 63 letters' WHEN country !~ '^([A-Z]{2})?$'
	    THEN 'the country must be two capital letters'
	    WHEN place !~ '^[^[:cntrl:]]{0,63}$' THEN 'a place has at most 63 letters'
	    ELSE 'the key must be a public key of minisign' END)
	INTO wrong FROM register WHERE site !~ '^[^[:cntrl:]]{1,63}$' OR
	    country !~ '^([A-Z]{2})?$' OR
	    place !~ '^[^[:cntrl:]]{0,63}$' OR
	    key !~ '^(RW[A-Za-z0-9+/]{54})?$' LIMIT 1;
	IF wrong IS NOT NULL THEN
		RAISE EXCEPTION USING MESSAGE = wrong;
	END IF;
	UPDATE kiosk SET expected = false, place = '', country = '',
	    key = '', key_id = '';
	INSERT INTO kiosk (site, place, country, key, key_id, expected)
	SELECT site, place, country, key, key_id(key), true FROM register
	ON CONFLICT (site) DO UPDATE SET place = excluded.place,
	    country = excluded.country, key = excluded.key,
	    key_id = excluded.key_id, expected = true;
END $$;

-- How minisign prints the id of a public key.
CREATE FUNCTION key_id(key text) RETURNS text
LANGUAGE sql AS $$
	SELECT coalesce(string_agg(upper(lpad(to_hex(get_byte(
	    decode(key, 'base64'), n)), 2, '0')), '' ORDER BY n DESC), '')
	FROM generate_series(2, 9) n WHERE key <> '';
$$;
