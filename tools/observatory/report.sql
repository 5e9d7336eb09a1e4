-- The figures of the report, as lines with TABs for report.awk: the name of
-- a section first.  Variables: today, weeks, silent, alerts.
\set QUIET on
\set ON_ERROR_STOP on
\pset format unaligned
\pset fieldsep '\t'
\pset tuples_only on
\pset null ''
SET search_path = observatory;
SET TimeZone = 'UTC';
-- Each question is about all kiosks; a plan that goes from one to the next takes
-- minutes where this takes seconds.
SET enable_nestloop = off;
SELECT set_config('observatory.today', :'today', false) \g /dev/null

CREATE TEMP TABLE k AS SELECT * FROM kiosk_now;
CREATE TEMP TABLE w AS
SELECT k.country, date_trunc('week', t.day::timestamp)::date AS week,
    t.measure, t.word, sum(coalesce(t.n, 2)) AS n,
    count(*) FILTER (WHERE t.n IS NULL) AS small
FROM tally t JOIN k USING (kiosk)
WHERE t.day >= date_trunc('week', :'today'::timestamp)::date
    - 7 * :weeks AND
    t.day < date_trunc('week', :'today'::timestamp)::date
GROUP BY 1, 2, 3, 4;

SELECT 'fact', 'today', :'today';
SELECT 'fact', 'weeks', :weeks;
SELECT 'fact', 'silent', :silent;
SELECT 'fact', 'kiosks', count(*) FROM k;
SELECT 'fact', 'heard', count(*) FROM k WHERE silent_days <= :silent;
SELECT 'fact', 'never', count(*) FROM k WHERE heard IS NULL;
SELECT 'fact', 'unregistered', count(*) FROM k WHERE NOT expected;
SELECT 'fact', 'receipts', count(*) FROM receipt;
SELECT 'fact', 'days', count(*) FROM counted;
SELECT 'fact', 'refused', count(*) FROM refused;
SELECT 'fact', 'small', coalesce(sum(small), 0) FROM w;
SELECT 'fact', 'signed', count(*) FROM receipt WHERE key <> '';

-- How old is what is shown, by channel.
CREATE TEMP TABLE e AS SELECT * FROM edition_now;
SELECT 'age', channel, least(greatest(age_days, 0) / 30, 6) AS months,
    count(*)
FROM e GROUP BY 1, 2, 3 ORDER BY 2, 3;
SELECT 'oldest', site, place, country, channel, epoch || '-' || sequence,
    created, age_days
FROM e WHERE age_days > 30
ORDER BY age_days DESC, site COLLATE "C", channel LIMIT 25;

-- The last five editions of each channel of alerts, day by day.
CREATE TEMP TABLE r AS
SELECT r.* FROM reach r JOIN (
	SELECT channel, epoch, sequence, rank() OVER (PARTITION BY channel
	    ORDER BY epoch DESC, sequence DESC) AS place
	FROM edition WHERE channel = ANY (string_to_array(:'alerts', ' '))
	    AND created <= :'today'::date
) last USING (channel, epoch, sequence)
WHERE last.place <= 5;
SELECT 'reach', channel, epoch || '-' || sequence, created,
    :'today'::date - created, days, kiosks
FROM r ORDER BY channel, epoch, sequence, days;

SELECT 'week', week, measure, word, sum(n)
FROM w GROUP BY week, measure, word ORDER BY 2, measure, word COLLATE "C";
SELECT 'place', country, measure, word, sum(n)
FROM w WHERE measure IN ('topics', 'found', 'visits')
GROUP BY country, measure, word ORDER BY 2, measure, word COLLATE "C";

SELECT 'word', word, kiosks, countries, to_char(since, 'YYYY-MM'),
    to_char(last, 'YYYY-MM')
FROM unanswered_word
ORDER BY kiosks DESC, word COLLATE "C" LIMIT 40;

SELECT 'quiet', site, place, country, heard, silent_days
FROM k WHERE silent_days > :silent OR (heard IS NULL AND expected)
ORDER BY silent_days DESC NULLS FIRST, site COLLATE "C" LIMIT 50;
SELECT 'fact', 'quiet', count(*)
FROM k WHERE silent_days > :silent OR (heard IS NULL AND expected);

SELECT 'refusal', result, channel, times, kiosks, last
FROM refusals ORDER BY times DESC, result, channel LIMIT 20;
