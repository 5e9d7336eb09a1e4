# A console font for Vereda out of one of Terminus Font, both PSF2.
#
#	gzip -dc Lat15-Terminus32x16.psf.gz | od -An -v -tu1 |
#	    LC_ALL=C awk -f font.awk >numbers
#
# Writes the bytes of the new font as octal numbers, for make_font.sh.  It is
# 16 wide: a narrower font gets an empty column at each side, through which
# lines and blocks go on.  Glyphs that none of the five languages needs become
# those that Debian's fonts lack: half blocks above all, of which a QR code is
# made.  It stays at 256: 512 would cost the bright colours.

BEGIN {
	WIDTH = 16
	GLYPHS = 256
	# what is drawn here; 2713 is the tick.  Terminus shows arrows for
	# the triangles 25b2 and 25bc, which begin each alert
	split("2580 2584 258c 2590 2593 25a1 25b2 25ba 25bc 25c4 25cb 2713",
	    lacking)
	# what Terminus has and we need: see glyph_is_safe() in src/ui/glyph.c
	need_range(32, 126)
	need_range(160, 255)
	split("152 153 178 2010 2011 2013 2014 2018 2019 201c 201d 2022 " \
	    "2026 20ac 2190 2191 2192 2193 2500 2502 250c 2510 2514 2518 " \
	    "251c 2524 252c 2534 253c 2550 2588 2591 2592 25a0 25cf fffd",
	    wanted)
	for (i in wanted)
		needed[hex(wanted[i])] = 1
	length_read = 0
}

{
	for (i = 1; i <= NF; i++)
		byte[length_read++] = $i
}

END {
	if (number(0) != 2253043058)
		fail("this is no PSF2 font")
	head = number(8)
	count = number(16)
	size = number(20)
	height = number(24)
	width = number(28)
	if (number(12) % 2 != 1 || count != GLYPHS || width > WIDTH ||
	    width % 2 != 0 || size != height * 2)
		fail("this font is not 256 glyphs of 9 to 16 columns")
	read_map()
	read_glyphs()
	spare = 0
	for (i = 1; i in lacking; i++)
		put(hex(lacking[i]))
	write_font()
}

function fail(why) {
	print "font.awk: " why >"/dev/stderr"
	failed = 1
	exit 1
}

function hex(digits,   i, n) {
	n = 0
	for (i = 1; i <= length(digits); i++)
		n = n * 16 + index("0123456789abcdef",
		    substr(digits, i, 1)) - 1
	return n
}

function is_drawn(code,   i) {
	for (i = 1; i in lacking; i++)
		if (hex(lacking[i]) == code)
			return 1
	return 0
}

function need_range(from, to,   c) {
	for (c = from; c <= to; c++)
		needed[c] = 1
}

function number(at) {
	return byte[at] + 256 * byte[at + 1] + 65536 * byte[at + 2] \
	    + 16777216 * byte[at + 3]
}

# ---- which characters a glyph stands for

# UTF-8, 255 behind each glyph; of sequences (behind 254) nothing is kept.
function read_map(   at, glyph, b, code, more) {
	glyph = 0
	for (at = head + count * size; at < length_read; at++) {
		b = byte[at]
		if (b == 255) {
			glyph++
			continue
		}
		if (b == 254)
			fail("a glyph stands for a sequence of characters")
		more = b < 128 ? 0 : b < 224 ? 1 : b < 240 ? 2 : 3
		code = more == 0 ? b : b % (more == 1 ? 32 : more == 2 ? 16 : 8)
		while (more-- > 0)
			code = code * 64 + byte[++at] % 64
		if (is_drawn(code))
			continue
		stands[glyph] = stands[glyph] " " code
		if (code in needed)
			used[glyph] = 1
		if (code >= hex("2500") && code <= hex("259f"))
			joins[glyph] = 1
		glyph_of[code] = glyph
	}
	for (code in needed)
		if (!(code in glyph_of))
			fail(sprintf("U+%04X is not in it", code))
}

# ---- pixels: dot[glyph, x, y]

# Bit X of a row of 16, from the left.
function bit(row, x) {
	for (; x < 15; x++)
		row = int(row / 2)
	return row % 2
}

function read_glyphs(   g, x, y, row, pad, from) {
	pad = (WIDTH - width) / 2
	for (g = 0; g < count; g++)
		for (y = 0; y < height; y++) {
			from = head + g * size + 2 * y
			row = byte[from] * 256 + byte[from + 1]
			for (x = 0; x < WIDTH; x++) {
				from = x - pad
				# shades repeat themselves after two columns
				if (from < 0 && g in joins)
					from += 2
				if (from >= width && g in joins)
					from -= 2
				if (from >= 0 && from < width)
					dot[g, x, y] = bit(row, from)
			}
		}
}

# Is the pixel of GLYPH at its edge, two pixels deep?
function at_edge(glyph, x, y,   dx, dy) {
	for (dx = -2; dx <= 2; dx++)
		for (dy = -2; dy <= 2; dy++)
			if (dx * dx + dy * dy <= 4 &&
			    !dot[glyph, x + dx, y + dy])
				return 1
	return 0
}

# The same shape as the filled glyph of CODE, larger if it is small.
function outline(code, x, y) {
	return dot[glyph_of[code], x, y] && at_edge(glyph_of[code], x, y)
}

function is_round(x, y,   dx, dy, d) {
	dx = x - 7
	dy = y - int(height / 2) + 0.5
	d = dx * dx + dy * dy
	return d <= 26 && d > 10
}

# A triangle that points to the right, as high as a capital letter.
function in_triangle(x, y,   from_middle) {
	from_middle = y - int(height / 2)
	if (from_middle < 0)
		from_middle = -from_middle - 1
	return x >= 3 && x <= 13 - from_middle * 1.25
}

# One that points up, on the line that letters stand on.
function in_pile(x, y,   row, high) {
	high = int(height * 0.56)
	row = y - int(height * 0.23)
	return row >= 0 && row < high && x >= 7 - row * 6 / high - 0.5 &&
	    x <= 7 + row * 6 / high + 0.5
}

# Two strokes, three pixels thick.
function in_tick(x, y,   base) {
	base = int(height * 0.7)
	if (x >= 2 && x <= 6)
		return y >= base + x - 8 && y <= base + x - 6
	return x > 6 && x <= 13 && y >= base - 1.4 * (x - 6) - 2 &&
	    y <= base - 1.4 * (x - 6) + 1
}

function pixel(code, x, y) {
	if (code == hex("2580"))
		return y < height / 2
	if (code == hex("2584"))
		return y >= height / 2
	if (code == hex("258c"))
		return x < WIDTH / 2
	if (code == hex("2590"))
		return x >= WIDTH / 2
	if (code == hex("2593")) # what the light shade leaves
		return !dot[glyph_of[hex("2591")], x, y]
	if (code == hex("25a1"))
		return outline(hex("25a0"), x, y)
	if (code == hex("25b2"))
		return in_pile(x, y)
	if (code == hex("25bc"))
		return in_pile(x, int(height * 1.02) - y)
	if (code == hex("25ba"))
		return in_triangle(x, y)
	if (code == hex("25c4"))
		return in_triangle(WIDTH - 1 - x, y)
	if (code == hex("25cb"))
		return is_round(x, y)
	return in_tick(x, y)
}

# CODE in place of the next glyph that nobody needs.
function put(code,   x, y, drawn) {
	while (spare in used)
		spare++
	if (spare >= GLYPHS)
		fail("there is no glyph to spare")
	for (y = 0; y < height; y++)
		for (x = 0; x < WIDTH; x++)
			drawn[x, y] = pixel(code, x, y)
	for (y = 0; y < height; y++)
		for (x = 0; x < WIDTH; x++)
			dot[spare, x, y] = drawn[x, y]
	used[spare] = 1
	stands[spare] = " " code
	glyph_of[code] = spare
}

# ---- the new font

function write_byte(n) {
	printf "%o\n", n
}

function write_number(n,   i) {
	for (i = 0; i < 4; i++) {
		write_byte(n % 256)
		n = int(n / 256)
	}
}

function write_code(code) {
	if (code < 128) {
		write_byte(code)
		return
	}
	if (code < 2048)
		write_byte(192 + int(code / 64))
	else {
		write_byte(224 + int(code / 4096))
		write_byte(128 + int(code / 64) % 64)
	}
	write_byte(128 + code % 64)
}

function write_font(   g, y, half, x, n, i, codes) {
	write_number(2253043058)
	write_number(0)
	write_number(32)
	write_number(1)
	write_number(GLYPHS)
	write_number(height * 2)
	write_number(height)
	write_number(WIDTH)
	for (g = 0; g < GLYPHS; g++)
		for (y = 0; y < height; y++)
			for (half = 0; half < 2; half++) {
				n = 0
				for (x = 0; x < 8; x++)
					n = 2 * n + !!dot[g, 8 * half + x, y]
				write_byte(n)
			}
	for (g = 0; g < GLYPHS; g++) {
		n = split(stands[g], codes)
		for (i = 1; i <= n; i++)
			write_code(codes[i])
		write_byte(255)
	}
}
