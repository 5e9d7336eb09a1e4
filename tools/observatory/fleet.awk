# A fleet that nobody has: receipts of many kiosks over many days, the same
# for the same seed, in the form that vereda-load writes.
#
#	awk -v kiosks=50 -v days=90 -v today=2026-11-28 -v out=DIR \
#	    [-v seed=1] -f fleet.awk
#
# writes DIR/SITE/SITE-DATE-RECORD.json and DIR/register.csv.  DIR/SITE must
# be there: "-v folders=yes" prints their names, to be made first.
function random(n) { # 0 .. n - 1 (Park and Miller: the same in every awk)
	state = (state * 16807) % 2147483647
	return state % n
}

function skewed(count) { # 1 .. count, the first most often
	return 1 + int(count * random(10000) / 10000 * random(10000) / 10000)
}

# Days since 1970 of a date, and back (civil calendar).
function day_number(text,   y, m, d, era, yoe, doy) {
	y = substr(text, 1, 4) + 0
	m = substr(text, 6, 2) + 0
	d = substr(text, 9, 2) + 0
	if (m <= 2)
		y--
	era = int(y / 400)
	yoe = y - era * 400
	doy = int((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
	return era * 146097 + yoe * 365 + int(yoe / 4) - int(yoe / 100) + \
	    doy - 719468
}

function day_text(n,   era, doe, yoe, doy, mp, m) {
	n += 719468
	era = int(n / 146097)
	doe = n - era * 146097
	yoe = int((doe - int(doe / 1460) + int(doe / 36524) - \
	    int(doe / 146096)) / 365)
	doy = doe - (365 * yoe + int(yoe / 4) - int(yoe / 100))
	mp = int((5 * doy + 2) / 153)
	m = mp + (mp < 10 ? 3 : -9)
	return sprintf("%04d-%02d-%02d", yoe + era * 400 + (m <= 2), m, \
	    doy - int((153 * mp + 2) / 5) + 1)
}

function told(n) { # as it leaves the kiosk
	return n < 5 ? "\"<5\"" : int((n + 2) / 5) * 5
}

# A table of the statistics: N openings over COUNT words, the first often.
function table(name, words, count, n,   i, k, parts, text) {
	split("", parts)
	for (i = 0; i < n; i++)
		parts[skewed(count)]++
	for (i = 1; i <= count; i++)
		if (parts[i] > 0)
			text = text (text == "" ? "" : ",") \
			    "\n          \"" words[i] "\": " told(parts[i])
	return ",\n        \"" name "\": {" text \
	    (text == "" ? "" : "\n        ") "}"
}

function day_of_kiosk(date, busy,   visits, text) {
	visits = int(busy / 2) + random(busy)
	text = "      {\n        \"day\": \"" date "\""
	if (visits == 0)
		return text "\n      }"
	text = text ",\n        \"visits\": " told(visits)
	text = text table("topics", topics, topic_count, visits * 2)
	text = text table("kinds", kinds, kind_count, visits * 2)
	text = text table("languages", languages, language_count, visits)
	return text table("found", answers, 3, int(visits / 2)) "\n      }"
}

# What is the newest edition on DAY, if a stick takes LAG days.
function edition(every, day, lag) {
	return int((day - lag - first) / every) + 10
}

function member(name, value) {
	return "  \"" name "\": " value ",\n"
}

function receipt(site, country, record, day, busy, lag,   time, file, text, \
    d, from, base, alert) {
	time = day * 86400 + 28800 + random(30000)
	base = edition(30, day, lag)
	alert = edition(12, day, int(lag / 3))
	file = out "/" site "/" site "-"
	text = day_text(day)
	gsub(/-/, "", text)
	file = file text sprintf("-%04d.json", record)
	text = "{\n" member("receipt", 1) member("site", "\"" site "\"") \
	    member("program", "\"0.1.0\"") member("record", record) \
	    member("time", time) member("what", "\"install\"") \
	    member("channel", "\"crm-alerts\"") member("epoch", 1) \
	    member("sequence", alert) \
	    member("result", random(40) == 0 ? "\"E20\"" : "\"ok\"") \
	    member("seconds", 4 + random(9)) member("new", random(4)) \
	    member("changed", random(9)) member("withdrawn", 0) \
	    member("reason", 0) member("free", 1000000000 + random(1000000)) \
	    member("root", 1) member("fingerprint", "\"4f2a91c03b5e7d10\"")
	text = text "  \"shown\": [\n    {\n      \"channel\": \"crm\",\n" \
	    "      \"epoch\": 1,\n      \"sequence\": " base \
	    ",\n      \"created\": " (first + (base - 10) * 30) * 86400 \
	    "\n    },\n    {\n      \"channel\": \"crm-alerts\",\n" \
	    "      \"epoch\": 1,\n      \"sequence\": " alert \
	    ",\n      \"created\": " (first + (alert - 10) * 12) * 86400 \
	    "\n    }\n  ],\n" member("country", "\"" country "\"") \
	    member("written", time + 60) \
	    "  \"statistics\": {\n    \"version\": 1,\n    \"days\": [\n"
	from = day - 100 < first ? first : day - 100
	for (d = from; d < day; d++)
		text = text told_days[d] (d < day - 1 ? ",\n" : "\n")
	text = text "    ],\n    \"words\": {"
	if (random(3) == 0)
		text = text "\n      \"" vain[1 + random(vain_count)] \
		    "\": " 5 + random(20) "\n    "
	printf "%s}\n  }\n}\n", text >file
	close(file)
}

BEGIN {
	state = seed + 20261128
	topic_count = split("visas work rights fraud training health " \
	    "documents money family return travel shelter", topics, " ")
	kind_count = split("article service alert course rumour option", \
	    kinds, " ")
	language_count = split("es en ht fr pt", languages, " ")
	split("yes partly no", answers, " ")
	vain_count = split("carnet ayotuxtla patente remesas guarderia " \
	    "licencia apostilla sindicato", vain, " ")
	country_count = split("MX GT HN SV NI CR PA DO BZ US CA", \
	    countries, " ")
	last = day_number(today)
	first = last - days
	if (folders == "")
		print "site,place,country,key" >(out "/register.csv")
	for (k = 1; k <= kiosks; k++) {
		site = sprintf("kiosk-%04d", k)
		if (folders != "") {
			print out "/" site
			continue
		}
		country = countries[skewed(country_count)]
		print site ",place " k % 97 "," country "," \
		    >(out "/register.csv")
		busy = 4 + random(30)
		for (d = first; d < last; d++)
			told_days[d] = day_of_kiosk(day_text(d), busy)
		record = 1
		if (k % 200 == 0)
			continue # never heard from
		for (d = first + 5 + random(40); d < last; \
		    d += 20 + random(50)) {
			if (k % 50 == 7 && d > last - 120)
				break # not heard from any more
			receipt(site, country, record++, d, busy, random(40))
		}
	}
}
