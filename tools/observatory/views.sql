-- What one asks the observatory.  Days are counted up to today(), which is
-- the setting observatory.today if there is one: a report of the same
-- receipts and the same day is the same report.
SET search_path = observatory;

CREATE FUNCTION today() RETURNS date
LANGUAGE sql STABLE AS $$
	SELECT coalesce(nullif(current_setting('observatory.today', true),
	    '')::date, (now() AT TIME ZONE 'UTC')::date)
$$;

-- Each kiosk, and when it was last heard from; NULL: never.
CREATE VIEW kiosk_now AS
SELECT k.id AS kiosk, k.site, k.place,
    coalesce(nullif(k.country, ''), r.country, '') AS country, k.expected,
    (r.written AT TIME ZONE 'UTC')::date AS heard,
    today() - (r.written AT TIME ZONE 'UTC')::date AS silent_days,
    r.program, r.free, r.root, r.fingerprint
FROM kiosk k LEFT JOIN (
	SELECT DISTINCT ON (kiosk) * FROM receipt
	ORDER BY kiosk, written DESC, record DESC, digest DESC
) r ON r.kiosk = k.id;

-- Each edition that some kiosk showed, and when it was made: what most of
-- them say, for one receipt may be forged.
CREATE VIEW edition AS
SELECT channel, epoch, sequence,
    coalesce(mode() WITHIN GROUP (ORDER BY created), min(day)) AS created,
    min(day) AS first_shown
FROM shown GROUP BY channel, epoch, sequence;

-- What each kiosk showed when it was last heard from.
CREATE VIEW edition_now AS
SELECT k.kiosk, k.site, k.place, k.country, s.channel, s.epoch, s.sequence,
    e.created, today() - e.created AS age_days, s.day AS seen
FROM (
	SELECT DISTINCT ON (kiosk, channel) * FROM shown
	ORDER BY kiosk, channel, day DESC, epoch DESC, sequence DESC
) s
JOIN edition e USING (channel, epoch, sequence)
JOIN kiosk_now k USING (kiosk);

-- How many kiosks have shown an edition, or a later one of its channel, by
-- the day on which the last of them was seen to.
CREATE VIEW reach AS
SELECT channel, epoch, sequence, created, day, day - created AS days,
    sum(count(*)) OVER (PARTITION BY channel, epoch, sequence ORDER BY day)
    AS kiosks
FROM (
	SELECT e.channel, e.epoch, e.sequence, e.created,
	    greatest(min(s.day), e.created) AS day
	FROM edition e JOIN shown s ON s.channel = e.channel AND
	    (s.epoch, s.sequence) >= (e.epoch, e.sequence)
	WHERE s.day <= today()
	GROUP BY 1, 2, 3, 4, s.kiosk
) first
GROUP BY channel, epoch, sequence, created, day;

-- Totals by country and week (its Monday).  A value that the kiosk told as
-- "less than 5" counts as 2; "small" says how many there were.
CREATE VIEW weekly AS
SELECT k.country, date_trunc('week', t.day::timestamp)::date AS week,
    t.measure, t.word, sum(coalesce(t.n, 2)) AS n,
    count(*) FILTER (WHERE t.n IS NULL) AS small,
    count(DISTINCT t.kiosk) AS kiosks
FROM tally t JOIN kiosk_now k USING (kiosk)
GROUP BY 1, 2, 3, 4;

-- The same by site.
CREATE VIEW weekly_of_site AS
SELECT k.site, k.country, date_trunc('week', t.day::timestamp)::date AS week,
    t.measure, t.word, sum(coalesce(t.n, 2)) AS n,
    count(*) FILTER (WHERE t.n IS NULL) AS small
FROM tally t JOIN kiosk_now k USING (kiosk)
GROUP BY 1, 2, 3, 4, 5;

-- Did people find what they looked for?
CREATE VIEW satisfaction AS
SELECT country, week, coalesce(sum(n) FILTER (WHERE word = 'yes'), 0) AS yes,
    coalesce(sum(n) FILTER (WHERE word = 'partly'), 0) AS partly,
    coalesce(sum(n) FILTER (WHERE word = 'no'), 0) AS no
FROM weekly WHERE measure = 'found' GROUP BY country, week;

-- Words that were searched in vain: at how many kiosks, where, since when.
CREATE VIEW unanswered_word AS
SELECT u.word, count(DISTINCT u.kiosk) AS kiosks,
    string_agg(DISTINCT k.country, ' ' ORDER BY k.country) AS countries,
    min(u.day) AS since, max(u.day) AS last
FROM unanswered u JOIN kiosk_now k USING (kiosk)
GROUP BY u.word;

-- Kiosks by how long nothing was heard from them; those that stand in the
-- register and were never heard from have no day.
CREATE VIEW silent AS
SELECT site, place, country, heard, silent_days FROM kiosk_now
WHERE silent_days > 0 OR heard IS NULL;

-- Installations that were refused, by code.
CREATE VIEW refusals AS
SELECT result, channel, count(*) AS times, count(DISTINCT kiosk) AS kiosks,
    max(day) AS last
FROM receipt WHERE what = 'install' AND result <> 'ok'
GROUP BY result, channel;
