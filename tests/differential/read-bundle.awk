# A reader of bundles that shares nothing with the program: written from
# vereda-bundle(5) alone, it lets stock tools do the work.  od shows the bytes,
# b2sum hashes, minisign verifies, gzip inflates.
#
#	LC_ALL=C awk -v root=ROOT -v tmp=FOLDER -v minisign=PROGRAM \
#	    -f read-bundle.awk BUNDLE...
#
# For each bundle a line: its name, and "good" or the code of vereda-bundle(5)
# for what is wrong with it, E01 to E15 and E21 to E23.  It does not look into
# the database, and does not see whether a public key is a proper point.

BEGIN {
	for (i = 0; i < 256; i++) {
		char[i] = sprintf("%c", i)
		number_of[sprintf("%02x", i)] = i
	}
	alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" \
	    "0123456789+/"
	for (i = 0; i < 64; i++)
		value[substr(alphabet, i + 1, 1)] = i
	lower = "abcdefghijklmnopqrstuvwxyz"
	digits = "0123456789"
	load_root()
	find_files()
	for (arg = 1; arg < ARGC; arg++)
		print ARGV[arg], read_bundle(ARGV[arg])
	exit 0
}

# ---- bytes

# The bytes of PATH to H, two digits each; how many there are.
function load(path,   line, command) {
	H = ""
	command = "od -An -v -tx1 -w256 " path
	while ((command | getline line) > 0) {
		gsub(/ /, "", line)
		H = H line
	}
	close(command)
	loaded = path
	return length(H) / 2
}

function hex(from, to) { return substr(H, 2 * from + 1, 2 * (to - from)) }
function byte(at) { return number_of[substr(H, 2 * at + 1, 2)] + 0 }

# FILE[path] for what is a regular file and no link.
function find_files(   i, command, path) {
	command = "for f in"
	for (i = 1; i < ARGC; i++)
		command = command " " ARGV[i]
	command = command \
	    "; do test -f $f && ! test -L $f && echo $f; done"
	while ((command | getline path) > 0)
		FILE[path] = 1
	close(command)
}

function u16(at) { return byte(at) + 256 * byte(at + 1) }
function u32(at) { return u16(at) + 65536 * u16(at + 2) }
# Exact to 2^53; what is larger stays larger than any limit.
function u64(at) { return u32(at) + 4294967296 * u32(at + 4) }

function all_zero(from, to) { return hex(from, to) !~ /[^0]/ }

function text(from, to,   i, s) {
	s = ""
	for (i = from; i < to; i++)
		s = s char[byte(i)]
	return s
}

function round_up(n, to) { return int((n + to - 1) / to) * to }

# Only characters of SET, and at least one.
function made_of(s, set,   i) {
	for (i = 1; i <= length(s); i++)
		if (index(set, substr(s, i, 1)) == 0)
			return 0
	return length(s) > 0
}

# Bytes FROM .. TO are UTF-8 without the code points that the manual names.
function safe_text(from, to,   i, b, code, need, j, least) {
	for (i = from; i < to; i++) {
		b = byte(i)
		if (b < 128) {
			if ((b < 32 && b != 10) || b == 127)
				return 0
			continue
		}
		if (b >= 194 && b <= 223) {
			need = 1; code = b - 192; least = 128
		} else if (b >= 224 && b <= 239) {
			need = 2; code = b - 224; least = 2048
		} else if (b >= 240 && b <= 244) {
			need = 3; code = b - 240; least = 65536
		} else
			return 0
		if (i + need >= to)
			return 0
		for (j = 0; j < need; j++) {
			b = byte(++i)
			if (b < 128 || b > 191)
				return 0
			code = code * 64 + b - 128
		}
		if (code < least || unsafe(code))
			return 0
	}
	return 1
}

function unsafe(c) {
	return c < 160 || c == 173 || c == 1564 || c == 6158 ||
	    (c >= 8203 && c <= 8207) || (c >= 8232 && c <= 8238) ||
	    (c >= 8288 && c <= 8303) || (c >= 55296 && c <= 63743) ||
	    (c >= 64976 && c <= 65007) || (c >= 65024 && c <= 65039) ||
	    c == 65279 || (c >= 65520 && c <= 65532) ||
	    c % 65536 >= 65534 || (c >= 119155 && c <= 119162) || c >= 917504
}

# SIZE bytes of base64 in the one spelling, to R[0] ..; false if S is none.
function base64(s, size,   i, n, bits, have, v, pad) {
	pad = (3 - size % 3) % 3
	if (length(s) != int((size + 2) / 3) * 4)
		return 0
	if (substr("==", 1, pad) != substr(s, length(s) - pad + 1))
		return 0
	n = bits = have = 0
	for (i = 1; i <= length(s) - pad; i++) {
		if (!(substr(s, i, 1) in value))
			return 0
		bits = bits * 64 + value[substr(s, i, 1)]
		have += 6
		if (have >= 8) {
			have -= 8
			v = int(bits / 2 ^ have)
			R[n++] = v
			bits -= v * 2 ^ have
		}
	}
	return n == size && bits == 0
}

# The key id that begins at R[2]: as the bytes stand, to compare by; HEX as
# minisign prints it.
function key_id(   i, s) {
	s = HEX = ""
	for (i = 2; i < 10; i++) {
		s = s sprintf("%02X", R[i])
		HEX = sprintf("%02X", R[i]) HEX
	}
	return s
}

# ---- signatures

# Four lines that begin at FROM; SIG_TEXT, SIG_ID and, behind them, SIG_END.
# False if they are not the one spelling.
function read_signature(from, to,   i, n, start, line) {
	n = 0
	start = from
	for (i = from; i < to && n < 4; i++) {
		if (byte(i) == 10) {
			line[n++] = text(start, i)
			start = i + 1
		} else if ((byte(i) < 32 && byte(i) != 9) || byte(i) > 126)
			return 0
	}
	SIG_END = start
	if (n < 4)
		return 0
	for (i = 0; i < 4; i++)
		if (i != 2 && index(line[i], "\t"))
			return 0
	if (line[0] != "untrusted comment: vereda bundle signature" ||
	    substr(line[2], 1, 17) != "trusted comment: " ||
	    length(line[2]) > 17 + 511 || !base64(line[3], 64) ||
	    !base64(line[1], 74) || R[0] != 69 || R[1] != 68)
		return 0
	SIG_ID = key_id()
	SIG_TEXT = line[0] "\n" line[1] "\n" line[2] "\n" line[3] "\n"
	return SIG_END - from <= 1024
}

# Does KEY (its base64) sign the bytes CONTENT with the four lines SIG?  They
# are LEN bytes of PATH, from AT on.  The same question is asked once.
function verifies(key, content, path, at, len, sig,   ask) {
	ask = key "\n" sig content
	if (!(ask in answered)) {
		printf "%s", sig > (tmp "/sig")
		close(tmp "/sig")
		read_slice(path, at, len, tmp "/message")
		answered[ask] = system(minisign " -V -q -P " key " -m " tmp \
		    "/message -x " tmp "/sig >/dev/null 2>&1") == 0
	}
	return answered[ask]
}

# ---- root documents

# What read_root() found is kept as root N: ROOT[N, field].

function date_ok(s,   y, m, d, last) {
	if (length(s) != 10 || substr(s, 5, 1) != "-" ||
	    substr(s, 8, 1) != "-" || !made_of(substr(s, 1, 4) \
	    substr(s, 6, 2) substr(s, 9, 2), digits))
		return 0
	y = substr(s, 1, 4) + 0; m = substr(s, 6, 2) + 0
	d = substr(s, 9, 2) + 0
	last = m == 2 ? (y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) ? 29 \
	    : 28) : m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31
	return y >= 1970 && m >= 1 && m <= 12 && d >= 1 && d <= last
}

function number_ok(s, max) {
	return made_of(s, digits) && substr(s, 1, 1) != "0" &&
	    length(s) <= 10 && s + 0 <= max
}

# The value of the line at L if it is "NAME=value"; else undefined and false.
function take(name) {
	if (L > LINES || substr(line[L], 1, length(name) + 1) != name "=")
		return 0
	V = substr(line[L], length(name) + 2)
	L++
	return length(V) <= 255
}

# Keys NAME of a set, after its threshold; ROOT[n, set, ...].
function take_keys(n, set, name, max,   count, last, raw, i, s) {
	if (!take("threshold") || !number_ok(V, max))
		return 0
	ROOT[n, set, "threshold"] = V + 0
	count = 0
	last = ""
	while (take(name)) {
		if (++count > max || !base64(V, 42) || R[0] != 69 ||
		    R[1] != 100 || (V "") <= last)
			return 0
		last = V
		raw = substr(V, 15) # begins within the key, not the id
		s = key_id()
		for (i = 1; i < count; i++)
			if (ROOT[n, set, "id", i] == s ||
			    substr(ROOT[n, set, "key", i], 15) == raw)
				return 0
		ROOT[n, set, "id", count] = s
		ROOT[n, set, "hex", count] = HEX
		ROOT[n, set, "key", count] = V
	}
	ROOT[n, set, "count"] = count
	return count >= ROOT[n, set, "threshold"]
}

function revoked_in(n, m, set,   i, j) {
	for (i = 1; i <= ROOT[n, "revoked"]; i++)
		for (j = 1; j <= ROOT[m, set, "count"]; j++)
			if (ROOT[n, "revoked", i] == ROOT[m, set, "hex", j])
				return 1
	return 0
}

# The document FROM .. TO becomes root N.
function read_document(n, from, to,   i, start, last, created, channels,
    revoked, name, c) {
	if (to - from > 16384 || to <= from || byte(to - 1) != 10)
		return 0
	LINES = 0
	start = from
	for (i = from; i < to; i++)
		if (byte(i) == 10) {
			line[++LINES] = text(start, i)
			where[LINES] = start
			start = i + 1
		}
	L = 2
	if (line[1] != "vereda.root.v1" || !take("version") ||
	    !number_ok(V, 4294967295))
		return 0
	ROOT[n, "version"] = V + 0
	if (!take("created") || !date_ok(V))
		return 0
	created = V
	if (!take("expires") || !date_ok(V) || (V "") <= (created ""))
		return 0
	if (!take_keys(n, "root", "root_key", 10))
		return 0
	channels = 0
	last = ""
	while (take("channel")) {
		name = V
		if (++channels > 12 || length(name) > 31 ||
		    !made_of(name, lower digits "-") || name "" <= last)
			return 0
		last = name
		if (!take("epoch") || !number_ok(V, 4294967295))
			return 0
		c = "channel " channels
		ROOT[n, c] = name
		ROOT[n, c, "epoch"] = V + 0
		if (!take_keys(n, c, "publisher_key", 16))
			return 0
	}
	ROOT[n, "channels"] = channels
	revoked = 0
	last = ""
	while (take("revoked")) {
		i = where[L - 1] + 8
		if (++revoked > 64 || !made_of(substr(V, 1, 16), digits \
		    "ABCDEF") || substr(V, 17, 1) != " " || length(V) < 18 ||
		    length(V) > 17 + 200 || substr(V, 1, 16) <= last ||
		    !safe_text(i + 17, i + length(V)))
			return 0
		last = substr(V, 1, 16)
		ROOT[n, "revoked", revoked] = last
	}
	ROOT[n, "revoked"] = revoked
	if (L != LINES + 1 || revoked_in(n, n, "root"))
		return 0
	for (i = 1; i <= channels; i++)
		if (revoked_in(n, n, "channel " i))
			return 0
	ROOT[n, "document"] = text(from, to)
	ROOT[n, "path"] = loaded
	ROOT[n, "at"] = from
	return 1
}

# The entry FROM .. TO, document and signatures, becomes root N, with
# SIGNED[1 .. signed] of it.
function read_root(n, from, to,   i, at, last) {
	at = to
	for (i = from; i < to; i++)
		if ((i == from || byte(i - 1) == 10) && byte(i) == 117 &&
		    text(i, i + 18 < to ? i + 18 : to) == \
		    "untrusted comment:") {
			at = i
			break
		}
	if (!read_document(n, from, at))
		return 0
	signed = 0
	last = ""
	while (at < to) {
		if (++signed > 10 || !read_signature(at, to) ||
		    SIG_ID <= last)
			return 0
		last = SIG_ID
		SIGNED[signed] = SIG_TEXT
		SIGNED_ID[signed] = SIG_ID
		at = SIG_END
	}
	return 1
}

function find_key(n, set, id,   i) {
	for (i = 1; i <= ROOT[n, set, "count"]; i++)
		if (ROOT[n, set, "id", i] == id)
			return ROOT[n, set, "key", i]
	return ""
}

# The signatures of root N, just read, by the root keys of OLD and of N.
function well_signed(old, n,   i, key, of_old, of_own, document) {
	document = ROOT[n, "document"]
	of_old = of_own = 0
	for (i = 1; i <= signed; i++) {
		key = find_key(old, "root", SIGNED_ID[i])
		of_old += key != ""
		if (find_key(n, "root", SIGNED_ID[i]) != "") {
			of_own++
			if (key == "")
				key = find_key(n, "root", SIGNED_ID[i])
		}
		if (key == "" || !verifies(key, document, ROOT[n, "path"],
		    ROOT[n, "at"], length(document), SIGNED[i]))
			return 0
	}
	return of_old >= ROOT[old, "root", "threshold"] &&
	    of_own >= ROOT[n, "root", "threshold"]
}

# What N may not undo of what the earlier root OLD has said.
function undoes(old, n,   i, j) {
	if (revoked_in(old, n, "root"))
		return 1
	for (i = 1; i <= ROOT[n, "channels"]; i++) {
		if (revoked_in(old, n, "channel " i))
			return 1
		for (j = 1; j <= ROOT[old, "channels"]; j++)
			if (ROOT[n, "channel " i] == ROOT[old, "channel " j] &&
			    ROOT[n, "channel " i, "epoch"] < \
			    ROOT[old, "channel " j, "epoch"])
				return 1
	}
	return 0
}

function load_root(   size) {
	size = load(root)
	if (!read_root(1, 0, size) || ROOT[1, "version"] != 1) {
		print "not a first root: " root
		exit 1
	}
}

# Root 1 is the kiosk's; the region FROM .. TO may bring others.
function read_roots(from, to,   n, len, i, known) {
	newest = 1
	known = ROOT[1, "document"]
	for (n = 1; from < to; n++) {
		if (n > 64 || to - from < 4)
			return 0
		len = u32(from)
		from += 4
		if (len > to - from || !read_root(n, from, from + len))
			return 0
		from += len
		if (ROOT[n, "version"] != n)
			return 0
		if (n == 1) {
			if (ROOT[1, "document"] != known ||
			    (signed > 0 && !well_signed(1, 1)))
				return 0
			continue
		}
		if (!well_signed(n - 1, n))
			return 0
		for (i = 1; i < n; i++)
			if (undoes(i, n))
				return 0
		newest = n
	}
	return 1
}

# ---- the bundle

function read_bundle(path,   size, code) {
	if (!(path in FILE))
		return "E01"
	size = load(path)
	if (size > 1181116006)
		return "E01"
	if (size < 8192)
		return "E02"
	code = read_envelope(size)
	if (code == "")
		code = judge_signatures(path)
	if (code == "")
		code = read_head(size)
	if (code == "")
		code = read_blocks(path)
	if (roots_len > 0)
		load_root() # a broken chain may have left another one
	return code == "" ? "good" : code
}

function read_slice(path, at, len, out) {
	system("tail -c +" (at + 1) " " path " | head -c " len " >" out)
}

function read_envelope(size,   i, at, nul, last) {
	if (text(0, 8) != char[137] "VRD\r\n" char[26] "\n")
		return "E03"
	head_len = u32(8)
	count = u32(12)
	roots_len = u32(16)
	if (head_len < 4096 || head_len > 2097152 || head_len % 4096 ||
	    count > 3 || roots_len > 262144)
		return "E04"
	if (!all_zero(20, 1024))
		return "E05"
	if (!all_zero(1024 * (count + 1), 4096))
		return "E05"
	last = ""
	for (i = 1; i <= count; i++) {
		at = 1024 * i
		for (nul = at; nul < at + 1024 && byte(nul) != 0; nul++)
			continue
		if (!all_zero(nul, at + 1024) || !read_signature(at, nul) ||
		    SIG_END != nul || SIG_ID <= last)
			return "E06"
		last = SIG_ID
		slot[i] = SIG_TEXT
		slot_id[i] = SIG_ID
	}
	if (4096 + head_len + roots_len > size)
		return "E04"
	roots_at = size - roots_len
	return ""
}

function judge_signatures(path,   i, n, c, set, key, head) {
	n = count # read_roots() reads signatures too
	for (i = 1; i <= n; i++) {
		keep[i] = slot[i]
		keep_id[i] = slot_id[i]
	}
	if (!read_roots(roots_at, roots_at + roots_len))
		return "E07"
	if (text(4096, 4112) != "vereda.head.v1\n" char[0])
		return "E11"
	channel = ""
	for (i = 4208; i < 4240 && byte(i) != 0; i++)
		channel = channel char[byte(i)]
	if (i == 4240 || !made_of(channel, lower digits "-"))
		return "E11"
	if (!all_zero(i, 4240))
		return "E05"
	set = ""
	for (c = 1; c <= ROOT[newest, "channels"]; c++)
		if (ROOT[newest, "channel " c] == channel)
			set = "channel " c
	if (set == "")
		return "E13"
	epoch = ROOT[newest, set, "epoch"]
	for (i = 1; i <= n; i++)
		if (find_key(newest, set, keep_id[i]) == "")
			return "E08"
	if (n < ROOT[newest, set, "threshold"])
		return "E09"
	head = hex(4096, 4096 + head_len)
	for (i = 1; i <= n; i++) {
		key = find_key(newest, set, keep_id[i])
		if (!verifies(key, head, path, 4096, head_len, keep[i]))
			return "E10"
	}
	return ""
}

function read_manifest(from, to,   start, i, l, eq, key, last, n) {
	if (!safe_text(from, to))
		return 0
	start = from
	last = ""
	n = 0
	for (i = from; i < to; i++) {
		if (byte(i) != 10)
			continue
		l = text(start, i)
		start = i + 1
		eq = index(l, "=")
		key = substr(l, 1, eq - 1)
		if (++n > 256 || eq < 2 || eq > 65 || key <= last ||
		    !made_of(key, lower digits "_.-"))
			return 0
		last = key
	}
	return start == to
}

function read_head(size,   h, i, manifest_len, table_off, end, dict, used,
    ended, image_size, data_len, sum, word, len, plain, number) {
	h = 4096
	if (u32(h + 20) != 192 || u32(h + 96) != 0 || u16(h + 100) != 1 ||
	    u16(h + 102) != 1)
		return "E11"
	manifest_len = u32(h + 24)
	table_off = u32(h + 28)
	blocks = u32(h + 32)
	block_size = u32(h + 36)
	image_size = u64(h + 40)
	data_len = u64(h + 48)
	if (u32(h + 16) != head_len || manifest_len > 16384)
		return "E12"
	end = 192 + manifest_len
	used = ended = 0
	for (i = 0; i < 8; i++) {
		dict = u16(h + 176 + 2 * i)
		dict_at[i + 1] = end
		dict_len[i + 1] = dict
		end += dict
		if (dict == 0) {
			ended = 1
			continue
		}
		if (ended || dict < 256 || dict > 32768)
			return "E12"
		used++
	}
	if (table_off != round_up(end, 64) || blocks < 1 || blocks > 32768 ||
	    head_len != round_up(table_off + 36 * blocks, 4096))
		return "E12"
	if (u32(h + 56) == 0 || u64(h + 64) == 0 || byte(h + 71) > 127 ||
	    u32(h + 60) == 0 || u32(h + 108) == 0)
		return "E12"
	if (u64(h + 72) == 0 || u64(h + 72) > u64(h + 80) ||
	    u64(h + 80) > u64(h + 88) || u64(h + 88) >= 7258118400)
		return "E12"
	if ((block_size != 8192 && block_size != 16384 && block_size != 32768 &&
	    block_size != 65536) || image_size > 536870912 ||
	    blocks != round_up(image_size, block_size) / block_size)
		return "E12"
	sum = 0
	for (i = 0; i < blocks; i++) {
		word = u32(h + table_off + 36 * i)
		plain = i < blocks - 1 ? block_size : \
		    image_size - (blocks - 1) * block_size
		raw[i] = word >= 2147483648
		number = int((word % 2147483648) / 134217728)
		len = word % 134217728
		if (raw[i] ? number != 0 || len != plain : \
		    number > used || len == 0 || len >= plain)
			return "E12"
		with_dict[i] = number
		stored[i] = len
		plain_len[i] = plain
		block_at[i] = 4096 + head_len + sum
		hash_at[i] = h + table_off + 36 * i + 4
		sum += len
	}
	if (sum != data_len)
		return "E12"
	if (!all_zero(h + end, h + table_off) ||
	    !all_zero(h + table_off + 36 * blocks, h + head_len))
		return "E05"
	if (!read_manifest(h + 192, h + 192 + manifest_len))
		return "E12"
	if (size != 4096 + head_len + data_len + roots_len)
		return size < 4096 + head_len + data_len + roots_len ? "E02" : \
		    "E12"
	if (u32(h + 108) > newest)
		return "E07"
	if (u32(h + 60) > 1)
		return "E14"
	if (u32(h + 56) != epoch)
		return "E15"
	return ""
}

# The hash of FILE, 64 digits.
function b2(file,   command, s) {
	command = "b2sum -l 256 <" file
	command | getline s
	close(command)
	return substr(s, 1, 64)
}

function printed(n) { return sprintf("\\%03o", n) }

# Bytes for printf(1): a stored block of deflate that holds the dictionary, so
# that what follows can point back into it.
function stored_block(len) {
	return printed(0) printed(len % 256) printed(int(len / 256)) \
	    printed(255 - len % 256) printed(255 - int(len / 256))
}

# The block in the file "stored" inflates to exactly PLAIN bytes, to OUT.
# gzip wants a header and the sum of what comes out: the first run inflates
# without a right sum, the second proves that the stream ends where it should.
function inflates(path, i, out,   d, front, skip) {
	front = "printf '\\037\\213\\010\\0\\0\\0\\0\\0\\0\\003'"
	d = with_dict[i]
	skip = 0
	if (d > 0) {
		skip = dict_len[d]
		read_slice(path, 4096 + dict_at[d], skip, tmp "/dict")
		front = front "; printf '" stored_block(skip) "'; cat " tmp \
		    "/dict"
	}
	system("(" front "; cat " tmp "/stored; printf '\\0\\0\\0\\0\\0\\0" \
	    "\\0\\0') | gzip -dc 2>/dev/null | head -c 1000000 >" tmp \
	    "/all; tail -c +" (skip + 1) " " tmp "/all >" out)
	return system("test $(wc -c <" out ") -eq " plain_len[i] " && (" \
	    front "; cat " tmp "/stored; gzip -c <" tmp \
	    "/all | tail -c 8) | gzip -t 2>/dev/null") == 0
}

# What was hashed or inflated once is not asked about again.
function read_blocks(path,   i, want, name, all, bytes) {
	all = ""
	for (i = 0; i < blocks; i++) {
		bytes = hex(block_at[i], block_at[i] + stored[i])
		want = hex(hash_at[i], hash_at[i] + 32)
		if (!(bytes in hash_of)) {
			read_slice(path, block_at[i], stored[i], tmp \
			    "/stored")
			hash_of[bytes] = b2(tmp "/stored")
		}
		if (hash_of[bytes] != want)
			return "E21"
		name = tmp "/" want "-" plain_len[i] "-" raw[i] "-" \
		    with_dict[i]
		if (!(name in inflated)) {
			read_slice(path, block_at[i], stored[i], tmp \
			    "/stored")
			if (raw[i])
				inflated[name] = system("cp " tmp "/stored " \
				    name) == 0
			else
				inflated[name] = inflates(path, i, name)
		}
		if (!inflated[name])
			return "E22"
		all = all " " name
	}
	if (!(all in image_hash)) {
		system("cat" all " >" tmp "/image")
		image_hash[all] = b2(tmp "/image")
	}
	return image_hash[all] == hex(4096 + 144, 4096 + 176) ? "" : "E23"
}
