# The report: lines of report.sql in, one HTML page out.  The page needs no
# script, no other file and no network.
BEGIN {
	FS = "\t"
	age_count = split("0 to 29 days|30 to 59|60 to 89|90 to 119|" \
	    "120 to 149|150 to 179|180 days or more", age_names, "|")
	split("yes|partly|no", found_names, "|")
}

$1 == "fact" { fact[$2] = $3 }
$1 == "age" {
	if (!(($2) in age_all))
		age_channels[++age_channel_count] = $2
	age[$2, $3 + 1] = $4
	age_all[$2] += $4
}
$1 == "oldest" { oldest[++oldest_count] = $0 }
$1 == "reach" {
	name = $2 " " $3
	if (!(name in reach_count)) {
		reach_names[++reach_name_count] = name
		reach_made[name] = $4
		reach_age[name] = $5
	}
	i = ++reach_count[name]
	reach_day[name, i] = $6
	reach_kiosks[name, i] = $7
}
$1 == "week" {
	if (weeks[week_count] != $2)
		weeks[++week_count] = $2
	week[$2, $3 " " $4] = $5
	total[$3 " " $4] += $5
	measure_total[$3] += $5
	if (!(($3, $4) in seen)) {
		seen[$3, $4] = 1
		words[$3, ++word_count[$3]] = $4
	}
}
$1 == "place" {
	if (!($2 in place_seen)) {
		place_seen[$2] = 1
		places[++place_count] = $2
	}
	place[$2, $3 " " $4] = $5
	place_total[$2, $3] += $5
	if (place_total[$2, $3] > 0 && $3 == "topics" &&
	    $5 > place_most[$2])
		place_most[$2] = $5
}
$1 == "word" { vain[++vain_count] = $0 }
$1 == "quiet" { quiet[++quiet_count] = $0 }
$1 == "refusal" { refusal[++refusal_count] = $0 }

END {
	if (fact["today"] == "")
		exit 1 # psql has said why
	page_begin()
	section_editions()
	section_reach()
	section_quiet()
	section_visits()
	section_topics()
	section_languages()
	section_found()
	section_checks()
	section_words()
	section_faults()
	page_end()
}

function page_begin() {
	print "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n" \
	    "<meta charset=\"utf-8\">\n<meta name=\"viewport\"" \
	    " content=\"width=device-width\">"
	print "<title>Vereda: the fleet on " fact["today"] "</title>"
	style()
	print "</head>\n<body>\n<main>"
	print "<p class=\"over\">Vereda · observatory</p>"
	print "<h1>The fleet on " fact["today"] "</h1>"
	print "<dl class=\"facts\">"
	big(grouped(fact["kiosks"]), "kiosks are known")
	big(percent(fact["heard"], fact["kiosks"]), "were heard from in " \
	    fact["silent"] " days")
	big(grouped(fact["receipts"]), "receipts came home")
	big(grouped(fact["days"]), "days of kiosks were counted")
	print "</dl>"
	if (fact["signed"] < fact["receipts"])
		note(grouped(fact["receipts"] - fact["signed"]) " of the" \
		    " receipts were loaded without a check of who signed" \
		    " them.")
}

function page_end() {
	print "<footer><p>Weeks are those from Monday to Sunday that were" \
	    " over on " fact["today"] ". Kiosks tell each total to the" \
	    " nearest 5, and what is less than 5 only as that: it counts as" \
	    " 2 here. There were " grouped(fact["small"]) " of them. So" \
	    " sums are near, not exact, and a small sum says little.</p>" \
	    "</footer>\n</main>\n</body>\n</html>"
}

function big(number, text) {
	print "<div><dt>" escaped(text) "</dt><dd>" escaped(number) \
	    "</dd></div>"
}

function head(title, text) {
	print "<section>\n<h2>" escaped(title) "</h2>"
	if (text != "")
		note(text)
}

function note(text) {
	print "<p>" escaped(text) "</p>"
}

function foot() {
	print "</section>"
}

# A table of lines with TABs, from their field FROM on; COLUMNS are the heads,
# one "|" between them, a ">" in front of those that are numbers.
function table(columns, lines, count, from,   i, j, n, heads, fields) {
	n = split(columns, heads, "|")
	printf "<table>\n<thead><tr>"
	for (j = 1; j <= n; j++)
		printf "<th scope=\"col\"%s>%s</th>", number_class(heads[j]), \
		    escaped(substr(heads[j], heads[j] ~ /^>/ ? 2 : 1))
	print "</tr></thead>\n<tbody>"
	for (i = 1; i <= count; i++) {
		split(lines[i], fields, "\t")
		printf "<tr>"
		for (j = 1; j <= n; j++)
			printf "<td%s>%s</td>", number_class(heads[j]), \
			    escaped(fields[from + j - 1])
		print "</tr>"
	}
	print "</tbody>\n</table>"
}

function number_class(text) {
	return text ~ /^>/ ? " class=\"n\"" : ""
}

function section_editions(   i, j, channel, parts, y, height) {
	head("How old is what people read", "By channel: how many days ago" \
	    " the edition was made that each kiosk showed when it was last" \
	    " heard from.")
	if (age_channel_count == 0) {
		note("No receipt has told of an edition yet.")
		foot()
		return
	}
	height = age_channel_count * 34 + 46
	svg_begin(760, height, "Age of the editions that kiosks show")
	for (i = 1; i <= age_channel_count; i++) {
		channel = age_channels[i]
		y = (i - 1) * 34 + 4
		svg_text(118, y + 17, "end", substr(channel, 1, 16))
		for (j = 1; j <= age_count; j++)
			parts[j] = age[channel, j] + 0
		svg_parts(126, y, 560, 26, parts, age_count, age_all[channel],
		    age_names, "a")
		svg_text(694, y + 17, "", grouped(age_all[channel]))
	}
	svg_key(126, height - 22, age_names, 4, "a")
	for (i = 5; i <= age_count; i++) {
		svg_box(126 + (i - 5) * 105, height - 14, 12, 12, "a" i)
		svg_text(143 + (i - 5) * 105, height - 4, "", age_names[i])
	}
	svg_end()
	if (oldest_count > 0) {
		print "<details><summary>The oldest of them" \
		    "</summary>"
		table("Site|Place|Country|Channel|Edition|Made|>Days", oldest,
		    oldest_count, 2)
		print "</details>"
	}
	foot()
}

# The day on which SHARE of all kiosks had the edition, or "".
function reached(name, share,   i) {
	for (i = 1; i <= reach_count[name]; i++)
		if (reach_kiosks[name, i] >= share * fact["kiosks"])
			return reach_day[name, i]
	return "not yet"
}

function section_reach(   i, j, name, most, points, y, lines) {
	if (reach_name_count == 0)
		return
	head("How far the last alerts have come", "Of all kiosks, the part" \
	    " that showed an edition or a later one, by days since it was" \
	    " made. A kiosk counts from the day of the receipt that says so.")
	for (i = 1; i <= reach_name_count; i++)
		if (reach_age[reach_names[i]] > most)
			most = reach_age[reach_names[i]]
	most = 5 * int(most / 5 + 1)
	svg_begin(760, 300, "Reach of the last editions of alerts")
	svg_scale(60, 14, 590, 240, 100, " %")
	for (i = 0; i <= 5; i++)
		svg_text(60 + 590 * i / 5, 274, "mid", \
		    sprintf("%.0f", most * i / 5))
	svg_text(355, 294, "mid", "days since it was made")
	for (i = 1; i <= reach_name_count; i++) {
		name = reach_names[i]
		points = "60,254 "
		y = 254
		for (j = 1; j <= reach_count[name]; j++) {
			points = points sprintf("%.1f,%.1f ",
			    60 + 590 * reach_day[name, j] / most, y)
			y = 254 - 240 * reach_kiosks[name, j] / fact["kiosks"]
			points = points sprintf("%.1f,%.1f ",
			    60 + 590 * reach_day[name, j] / most, y)
		}
		points = points sprintf("%.1f,%.1f",
		    60 + 590 * reach_age[name] / most, y)
		printf "<polyline points=\"%s\" class=\"curve c%d\"/>\n", \
		    points, (i - 1) % 6 + 1
		svg_text(64 + 590 * reach_age[name] / most, y + 4, "", name)
		lines[i] = name "\t" reach_made[name] "\t" \
		    grouped(reach_kiosks[name, reach_count[name]]) "\t" \
		    reached(name, 0.5) "\t" reached(name, 0.9) "\t" \
		    reached(name, 0.99)
	}
	svg_end()
	table("Edition|Made|>Kiosks|>Days to 50 %|>to 90 %|>to 99 %", lines,
	    reach_name_count, 1)
	foot()
}

function section_quiet() {
	head("Not heard from", grouped(fact["quiet"]) " kiosks were not heard" \
	    " from for more than " fact["silent"] " days, or never though" \
	    " they stand in the register.")
	if (quiet_count > 0) {
		print "<details open><summary>Those that are missed longest" \
		    "</summary>"
		table("Site|Place|Country|Last heard|>Days", quiet,
		    quiet_count < 15 ? quiet_count : 15, 2)
		print "</details>"
	}
	foot()
}

function section_visits(   i, n, most, width, x) {
	if (measure_total["visits"] == 0)
		return
	for (i = 1; i <= week_count; i++)
		if (week[weeks[i], "visits "] > most)
			most = week[weeks[i], "visits "]
	most = round_up(most)
	head("Visits", "Sessions that somebody began, by week; weeks that are" \
	    " recent are low until their receipts have come home.")
	svg_begin(760, 220, "Visits by week")
	svg_scale(76, 14, 670, 160, most, "")
	width = 670 / week_count
	for (i = 1; i <= week_count; i++) {
		n = week[weeks[i], "visits "]
		x = 76 + (i - 1) * width
		svg_box(x + 1, 174 - 160 * n / most, width - 2, 160 * n / most,
		    "bar", weeks[i] ": " grouped(n))
		if (is_labelled(i))
			svg_text(x, 192, "", weeks[i])
	}
	svg_end()
	foot()
}

# Every so manieth week has its date below it, but not at the edge.
function is_labelled(i,   step) {
	step = 1 + int(week_count / 7)
	return (i - 1) % step == 0 && (i == 1 || week_count - i >= step / 2)
}

# The words of MEASURE, the most frequent first, into SORTED; how many.
function sort_words(measure, sorted,   i, j, n, word) {
	n = word_count[measure]
	for (i = 1; i <= n; i++) {
		word = words[measure, i]
		for (j = i; j > 1 && total[measure " " sorted[j - 1]] < \
		    total[measure " " word]; j--)
			sorted[j] = sorted[j - 1]
		sorted[j] = word
	}
	return n
}

# Bars of the words of MEASURE with their weeks beside them, at most MOST.
function word_bars(measure, title, most,   i, n, y, word, sorted, max) {
	n = sort_words(measure, sorted)
	if (n > most)
		n = most
	max = total[measure " " sorted[1]]
	svg_begin(760, n * 26 + 20, title)
	svg_text(610, 12, "soft", "week by week")
	for (i = 1; i <= n; i++) {
		word = sorted[i]
		y = (i - 1) * 26 + 20
		svg_text(150, y + 15, "end", substr(word, 1, 22))
		svg_box(158, y + 2, 330 * total[measure " " word] / max, 18,
		    "bar", word)
		svg_text(164 + 330 * total[measure " " word] / max, y + 15,
		    "", grouped(total[measure " " word]) " (" \
		    percent(total[measure " " word], \
		    measure_total[measure]) ")")
		svg_curve(610, y + 2, 140, 18, weeks, week_count, week,
		    measure " " word, "spark")
	}
	svg_end()
	return n
}

function section_topics(   i, j, n, part, sorted) {
	if (measure_total["topics"] == 0)
		return
	head("What people look for", "Entries that were opened, by topic, in" \
	    " the last " fact["weeks"] " weeks.")
	n = word_bars("topics", "Entries opened, by topic", 15)
	sort_words("topics", sorted)
	print "<h3>By country</h3>"
	note("Of all that was opened in a country, the part of each topic in" \
	    " per cent.")
	printf "<div class=\"wide\"><table class=\"heat\">\n<thead><tr>" \
	    "<th scope=\"col\">Topic</th>"
	for (j = 1; j <= place_count; j++)
		printf "<th scope=\"col\" class=\"n\">%s</th>", \
		    (places[j] == "" ? "?" : escaped(places[j]))
	print "</tr></thead>\n<tbody>"
	for (i = 1; i <= n; i++) {
		printf "<tr><th scope=\"row\">%s</th>", escaped(sorted[i])
		for (j = 1; j <= place_count; j++) {
			part = place_total[places[j], "topics"] > 0 ? \
			    int(100 * place[places[j], "topics " sorted[i]] / \
			    place_total[places[j], "topics"] + 0.5) : 0
			printf "<td class=\"n h%d\">%d</td>", \
			    (part >= 40 ? 8 : int(part / 5)), part
		}
		print "</tr>"
	}
	print "</tbody>\n</table></div>"
	foot()
}

function section_languages() {
	if (measure_total["languages"] > 0) {
		head("Languages", "Entries that were opened, by the language" \
		    " of the screen.")
		word_bars("languages", "Entries opened, by language", 8)
		foot()
	}
	if (measure_total["kinds"] > 0) {
		head("Kinds", "Entries that were opened, by kind.")
		word_bars("kinds", "Entries opened, by kind", 10)
		foot()
	}
}

function section_checks() {
	if (measure_total["checks"] == 0)
		return
	head("Checks of offers", "How checks ended.")
	word_bars("checks", "Checks, by outcome", 8)
	foot()
}

function section_found(   i, j, all, x, y, part, width, lines, name) {
	if (measure_total["found"] == 0)
		return
	head("Did they find it?", "Of those who answered at the end, by week:" \
	    " yes (below), partly, no (above). The line is at half.")
	svg_begin(760, 240, "Answers to: did you find what you looked for?")
	svg_scale(76, 14, 670, 160, 100, " %")
	width = 670 / week_count
	for (i = 1; i <= week_count; i++) {
		all = 0
		for (j = 1; j <= 3; j++)
			all += week[weeks[i], "found " found_names[j]]
		x = 76 + (i - 1) * width
		y = 174
		for (j = 1; j <= 3; j++) {
			part = all > 0 ? 160 * week[weeks[i], "found " \
			    found_names[j]] / all : 0
			y -= part
			svg_box(x + 1, y, width - 2, part, "f" j,
			    weeks[i] " " found_names[j] ": " \
			    grouped(week[weeks[i], "found " found_names[j]]))
		}
		if (is_labelled(i))
			svg_text(x, 192, "", weeks[i])
	}
	svg_line(76, 94, 746, 94, "half")
	svg_key(76, 224, found_names, 3, "f")
	svg_end()
	print "<details><summary>By country</summary>"
	for (i = 1; i <= place_count; i++) {
		name = places[i]
		all = place_total[name, "found"]
		lines[i] = (name == "" ? "?" : name) "\t" grouped(all)
		for (j = 1; j <= 3; j++)
			lines[i] = lines[i] "\t" percent( \
			    place[name, "found " found_names[j]], all)
	}
	table("Country|>Answers|>Yes|>Partly|>No", lines, place_count, 1)
	print "</details>"
	foot()
}

function section_words() {
	if (vain_count == 0)
		return
	head("Searched in vain", "Words of searches that found nothing, each" \
	    " on five days or more at one kiosk. What many kiosks miss is" \
	    " work for the editors: a text, or a synonym.")
	table("Word|>Kiosks|Countries|Since|Last", vain, vain_count, 2)
	foot()
}

function section_faults() {
	head("Faults", "Installations that were refused, by code; see" \
	    " vereda-load(8).")
	if (refusal_count > 0)
		table("Code|Channel|>Times|>Kiosks|Last", refusal,
		    refusal_count, 2)
	else
		note("None.")
	note(grouped(fact["refused"]) " files were no receipts, and are kept" \
	    " in the table observatory.refused.")
	if (fact["unregistered"] > 0)
		note(grouped(fact["unregistered"]) " kiosks do not stand in" \
		    " the register.")
	foot()
}

function style() {
	print "<style>"
	print ":root { color-scheme: light; }"
	print "body { margin: 0; background: #f4f5f2; color: #1d2521;" \
	    " font: 16px/1.5 system-ui, \"Liberation Sans\", Arial," \
	    " sans-serif; }"
	print "main { max-width: 800px; margin: 0 auto; padding: 32px 20px; }"
	print ".over { margin: 0; color: #55605a; }"
	print "h1 { margin: 0 0 20px; font-size: 32px; line-height: 1.2; }"
	print "h2 { margin: 0 0 4px; font-size: 21px; }"
	print "h3 { margin: 20px 0 0; font-size: 17px; }"
	print "p { margin: 4px 0 12px; max-width: 68ch; }"
	print "section { background: #fff; border: 1px solid #d9ddd8;" \
	    " border-radius: 6px; padding: 20px; margin: 20px 0; }"
	print ".facts { display: flex; flex-wrap: wrap; gap: 12px; }"
	print ".facts div { flex: 1 1 150px; background: #fff;" \
	    " border: 1px solid #d9ddd8; border-radius: 6px;" \
	    " padding: 12px 16px; display: flex;" \
	    " flex-direction: column-reverse; justify-content: flex-end; }"
	print ".facts dt { color: #55605a; font-size: 14px;" \
	    " line-height: 1.3; }"
	print ".facts dd { margin: 0; font-size: 28px; font-weight: 600; }"
	print "svg { display: block; width: 100%; height: auto; }"
	print "svg text { font-size: 13px; fill: #1d2521; }"
	print "svg .end { text-anchor: end; } svg .mid { text-anchor:" \
	    " middle; } svg .soft { fill: #55605a; }"
	print ".grid { stroke: #e3e6e2; } .axis { stroke: #55605a; }"
	print ".half { stroke: #1d2521; stroke-dasharray: 4 4; }"
	print ".bar { fill: #0072b2; }"
	print ".spark { fill: none; stroke: #0072b2; stroke-width: 1.5; }"
	print ".curve { fill: none; stroke-width: 2.5; }"
	print ".c1 { stroke: #56b4e9; stroke-dasharray: 2 4; }" \
	    " .c2 { stroke: #d55e00; stroke-dasharray: 8 4; }" \
	    " .c3 { stroke: #0072b2; } .c4 { stroke: #009e73;" \
	    " stroke-dasharray: 2 4; } .c5 { stroke: #cc79a7;" \
	    " stroke-dasharray: 8 4; } .c6 { stroke: #1d2521; }"
	print ".a1 { fill: #1a7f5a; } .a2 { fill: #7cc29b; }" \
	    " .a3 { fill: #d8e3b0; } .a4 { fill: #f5d076; }" \
	    " .a5 { fill: #e99a3c; } .a6 { fill: #c95a2b; }" \
	    " .a7 { fill: #8c1f1f; }"
	print "svg .on-a1, svg .on-a6, svg .on-a7 { fill: #fff; }"
	print ".f1 { fill: #0072b2; } .f2 { fill: #a9cfe4; }" \
	    " .f3 { fill: #d55e00; }"
	print "table { border-collapse: collapse; width: 100%;" \
	    " font-size: 14px; margin: 8px 0; }"
	print "th, td { text-align: left; padding: 4px 8px;" \
	    " border-bottom: 1px solid #e3e6e2; }"
	print ".n { text-align: right; font-variant-numeric:" \
	    " tabular-nums; }"
	print "summary { cursor: pointer; margin: 8px 0; }"
	print ".wide { overflow-x: auto; }"
	print ".heat td { width: 44px; }"
	print ".h1 { background: #eaf3f9; } .h2 { background: #d5e8f3; }" \
	    " .h3 { background: #bcdaec; } .h4 { background: #9fcbe4; }" \
	    " .h5 { background: #7db8da; } .h6 { background: #5aa5cf; }" \
	    " .h7 { background: #3d94c5; } .h8 { background: #2f8bc0; }"
	print "footer { color: #55605a; font-size: 14px; }"
	print "@media print { body { background: #fff; } section {" \
	    " break-inside: avoid; } }"
	print "</style>"
}
