# Pictures for report.awk: SVG that needs nothing else, drawn with classes
# whose colours stand in the page.  Every picture has a title and words in it;
# nothing is told by colour alone.

function escaped(text) {
	gsub(/&/, "\\&amp;", text)
	gsub(/</, "\\&lt;", text)
	gsub(/>/, "\\&gt;", text)
	gsub(/"/, "\\&quot;", text)
	return text
}

function grouped(n,   sign, text, out) { # 1234567 to 1,234,567
	text = sprintf("%d", n)
	while (length(text) > 3) {
		out = "," substr(text, length(text) - 2) out
		text = substr(text, 1, length(text) - 3)
	}
	return text out
}

function percent(part, all) {
	return all > 0 ? sprintf("%.0f %%", 100 * part / all) : "-"
}

function svg_begin(width, height, title) {
	printf "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
	    width, height, escaped(title)
	printf "<title>%s</title>\n", escaped(title)
}

function svg_end() {
	print "</svg>"
}

function svg_text(x, y, class, text) {
	printf "<text x=\"%.1f\" y=\"%.1f\" class=\"%s\">%s</text>\n", x, y,
	    class, escaped(text)
}

function svg_box(x, y, width, height, class, title) {
	if (width <= 0 || height <= 0)
		return
	printf "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"" \
	    " class=\"%s\"", x, y, width, height, class
	if (title != "")
		printf "><title>%s</title></rect>\n", escaped(title)
	else
		print "/>"
}

function svg_line(x1, y1, x2, y2, class) {
	printf "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"" \
	    " class=\"%s\"/>\n", x1, y1, x2, y2, class
}

# A round number not below N: 1, 2 or 5 and noughts.
function round_up(n,   unit) {
	for (unit = 1; unit * 10 < n; unit *= 10)
		;
	if (n <= unit)
		return unit
	if (n <= unit * 2)
		return unit * 2
	return n <= unit * 5 ? unit * 5 : unit * 10
}

# The lines of a scale from 0 to MOST, four steps, with UNIT behind numbers.
function svg_scale(x, y, width, height, most, unit,   i, at) {
	for (i = 0; i <= 4; i++) {
		at = y + height - height * i / 4
		svg_line(x, at, x + width, at, i == 0 ? "axis" : "grid")
		svg_text(x - 6, at + 4, "end", grouped(most * i / 4) unit)
	}
}

# One bar across, in parts: of PARTS[1..COUNT], whose sum is ALL.
function svg_parts(x, y, width, height, parts, count, all, names, class, \
    i, part) {
	for (i = 1; i <= count; i++) {
		part = all > 0 ? width * parts[i] / all : 0
		svg_box(x, y, part, height, class i,
		    names[i] ": " grouped(parts[i]) " (" \
		    percent(parts[i], all) ")")
		if (part > 34)
			svg_text(x + part / 2, y + height / 2 + 4,
			    "mid on-" class i, percent(parts[i], all))
		x += part
	}
}

# What the colours of svg_parts mean.
function svg_key(x, y, names, count, class,   i) {
	for (i = 1; i <= count; i++) {
		svg_box(x, y - 10, 12, 12, class i)
		svg_text(x + 17, y, "", names[i])
		x += 30 + 7 * length(names[i])
	}
}

# A small curve of VALUES[KEYS[1..COUNT] SUBSEP NAME].
function svg_curve(x, y, width, height, keys, count, values, name, class, \
    i, most, points) {
	for (i = 1; i <= count; i++)
		if (values[keys[i], name] > most)
			most = values[keys[i], name]
	for (i = 1; i <= count; i++)
		points = points sprintf("%.1f,%.1f ",
		    x + (count > 1 ? width * (i - 1) / (count - 1) : 0),
		    y + height - (most > 0 ? \
		    height * values[keys[i], name] / most : 0))
	printf "<polyline points=\"%s\" class=\"%s\"/>\n", points, class
}
