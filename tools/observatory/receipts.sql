-- Reading receipts.  They come from sticks: every byte is looked at before
-- anything of a file counts, and a file counts whole or not at all.  The
-- format is in vereda-load(8) and vereda-stats(5).
SET search_path = observatory;

CREATE FUNCTION refuse(why text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION USING MESSAGE = why;
END $$;

-- The member NAME of DOC, which must be a whole number LOW .. HIGH.
CREATE FUNCTION whole(doc jsonb, name text, low bigint, high bigint)
RETURNS bigint
LANGUAGE plpgsql AS $$
BEGIN
	IF jsonb_typeof(doc->name) IS DISTINCT FROM 'number' OR
	    (doc->>name)::numeric NOT BETWEEN low AND high OR
	    trunc((doc->>name)::numeric) <> (doc->>name)::numeric THEN
		PERFORM refuse(format('"%s" must be a whole number from %s'
		    ' to %s', name, low, high));
	END IF;
	RETURN (doc->>name)::numeric;
END $$;

-- The member NAME of DOC, a text that the regular expression FORM describes.
CREATE FUNCTION plain(doc jsonb, name text, form text) RETURNS text
LANGUAGE plpgsql AS $$
BEGIN
	IF jsonb_typeof(doc->name) IS DISTINCT FROM 'string' OR
	    doc->>name !~ form THEN
		PERFORM refuse(format('"%s" is missing or not what it must'
		    ' be', name));
	END IF;
	RETURN doc->>name;
END $$;

CREATE FUNCTION day_of(seconds bigint) RETURNS date
LANGUAGE sql IMMUTABLE AS
    $$ SELECT (to_timestamp(seconds) AT TIME ZONE 'UTC')::date $$;

-- When it was written; old receipts tell only when they installed.
CREATE FUNCTION written_at(doc jsonb) RETURNS bigint
LANGUAGE sql IMMUTABLE AS
    $$ SELECT coalesce(doc->>'written', doc->>'time')::bigint $$;

CREATE FUNCTION check_shown(doc jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	one jsonb;
BEGIN
	IF jsonb_typeof(doc->'shown') IS DISTINCT FROM 'array' OR
	    jsonb_array_length(doc->'shown') > 12 THEN
		PERFORM refuse('"shown" must be a list of at most 12'
		    ' editions');
	END IF;
	FOR one IN SELECT jsonb_array_elements(doc->'shown') LOOP
		PERFORM plain(one, 'channel', '^[a-z0-9-]{1,31}$'),
		    whole(one, 'epoch', 0, 4294967295),
		    whole(one, 'sequence', 0, 9007199254740992);
		IF one ? 'created' THEN
			PERFORM whole(one, 'created', 0, 4102444800);
		END IF;
	END LOOP;
END $$;

-- One look at each part as PostgreSQL writes it, which is always the same
-- way: far faster than a walk, and it lets nothing through that is not named.
CREATE FUNCTION check_statistics(doc jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	s jsonb := doc->'statistics';
	last date := day_of(written_at(doc));
	value text := '("<5"|[5-9]|[1-9][0-9]{1,6})';
	form text := '("visits": ' || value || '|'
	    '"(topics|kinds|languages|checks|found)": '
	    '\{("[a-z0-9][a-z0-9-]*": ' || value || '(, )?)*\}|'
	    '"day": "\d\d\d\d-\d\d-\d\d")';
	wrong boolean;
BEGIN
	PERFORM whole(s, 'version', 1, 1);
	IF jsonb_typeof(s->'days') IS DISTINCT FROM 'array' OR
	    jsonb_array_length(s->'days') > 400 THEN
		PERFORM refuse('"days" must be a list of at most 400 days');
	END IF;
	IF (s->'days')::text !~
	    ('^\[(\{(' || form || '(, )?)*\}(, )?)*\]$') THEN
		PERFORM refuse('"days" has something else than days, names'
		    ' of small letters, whole numbers from 5 on and "<5"');
	END IF;
	SELECT count(day) <> count(DISTINCT day::date) OR
	    count(day) <> count(*) OR max(day::date) >= last INTO wrong
	FROM (SELECT jsonb_array_elements(s->'days')->>'day' AS day) days;
	IF wrong THEN
		PERFORM refuse('a day is missing, stands there twice, or was'
		    ' not over');
	END IF;
	IF s ? 'words' AND (s->'words')::text !~
	    '^\{("[a-z]{3,24}": ([5-9]|[1-9][0-9]{1,2})(, )?)*\}$' THEN
		PERFORM refuse('"words" must be folded words and on how many'
		    ' days, at least 5, each was searched');
	END IF;
END $$;

CREATE FUNCTION check_receipt(doc jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
	IF jsonb_typeof(doc) <> 'object' OR NOT doc ? 'receipt' THEN
		PERFORM refuse('not a receipt');
	END IF;
	PERFORM whole(doc, 'receipt', 1, 1),
	    plain(doc, 'site', '^[^[:cntrl:]\u202a-\u202e\u2066-\u2069]{1,63}$'),
	    plain(doc, 'site', '\S'),
	    plain(doc, 'program', '^[ -~]{0,63}$'),
	    whole(doc, 'record', 1, 2147483647),
	    whole(doc, 'time', 0, 4102444800),
	    plain(doc, 'what', '^[a-z]{1,15}$'),
	    plain(doc, 'channel', '^[a-z0-9-]{1,31}$'),
	    whole(doc, 'epoch', 0, 4294967295),
	    whole(doc, 'sequence', 0, 9007199254740992),
	    plain(doc, 'result', '^[A-Za-z0-9]{1,7}$'),
	    whole(doc, 'seconds', 0, 2147483647),
	    whole(doc, 'new', 0, 2147483647),
	    whole(doc, 'changed', 0, 2147483647),
	    whole(doc, 'withdrawn', 0, 2147483647),
	    whole(doc, 'reason', 0, 2147483647),
	    whole(doc, 'free', 0, 9007199254740992),
	    whole(doc, 'root', 0, 2147483647),
	    plain(doc, 'fingerprint', '^[0-9a-f]{0,64}$');
	IF doc ? 'written' THEN
		PERFORM whole(doc, 'written', 0, 4102444800);
	END IF;
	IF doc ? 'country' THEN
		PERFORM plain(doc, 'country', '^([A-Z]{2})?$');
	END IF;
	IF doc ? 'kiosk' THEN
		PERFORM plain(doc, 'kiosk', '^([0-9A-F]{16})?$');
	END IF;
	PERFORM check_shown(doc);
	IF doc ? 'statistics' THEN
		PERFORM check_statistics(doc);
	END IF;
END $$;

-- RAW as a receipt, or what is wrong with it.  Faults of the database itself,
-- such as a full disk, are none of the file and end the load.
CREATE FUNCTION parse(raw bytea, OUT doc jsonb, OUT fault text)
LANGUAGE plpgsql AS $$
BEGIN
	doc := convert_from(raw, 'UTF8')::jsonb;
	PERFORM check_receipt(doc);
EXCEPTION
	WHEN data_exception OR program_limit_exceeded OR raise_exception THEN
		doc := NULL;
		fault := left(SQLERRM, 200);
END $$;

