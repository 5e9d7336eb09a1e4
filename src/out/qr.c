/*
 * QR codes.
 */
#include <config.h>

#include "out/qr.h"

#include <errno.h>
#include <string.h>

#include <qrencode.h>

#include "base/compiler.h"

#define DARK 1 /* the lowest bit of what libqrencode gives */
#define ECI_UTF8 26

static bool
is_ascii(const char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text > 0x7F)
			return false;
	return true;
}

/* NULL if it is longer than any code; or, for VERSION > 0, than that one. */
static QRcode *
encode(const char *text, int version, QRecLevel level)
{
	QRinput *in = QRinput_new2(version, level);
	QRcode *code = NULL;

	if (in == NULL)
		return NULL;
	/* what is not ASCII is said to be UTF-8, or it is read as Latin-1 */
	if ((is_ascii(text) || QRinput_appendECIheader(in, ECI_UTF8) == 0) &&
	    QRinput_append(in, QR_MODE_8, (int)strlen(text),
		(const unsigned char *)text) == 0)
		code = QRcode_encodeInput(in);
	QRinput_free(in);
	return code;
}

/* The same size with a better LEVEL, if there is one. */
static QRcode *
improve(QRcode *code, const char *text, QRecLevel level)
{
	QRcode *better = encode(text, code->version, level);

	if (better == NULL || better->version != code->version) {
		QRcode_free(better);
		return code;
	}
	QRcode_free(code);
	return better;
}

bool
qr_make(struct qr *out, const char *text, int size_max, struct arena *a)
{
	static const QRecLevel levels[] = { QR_ECLEVEL_M, QR_ECLEVEL_Q,
		QR_ECLEVEL_H };
	QRcode *code = text[0] != '\0' ? encode(text, 0, QR_ECLEVEL_L) : NULL;
	uint8_t *modules = NULL;
	size_t count;

	*out = (struct qr){ .size = 0 };
	if (code == NULL || code->width > size_max) {
		QRcode_free(code);
		return false;
	}
	for (size_t i = 0; i < COUNT_OF(levels); i++)
		code = improve(code, text, levels[i]);
	count = (size_t)(code->width * code->width);
	modules = arena_array(a, count, 1);
	for (size_t i = 0; i < count; i++)
		modules[i] = code->data[i] & DARK;
	out->size = code->width;
	out->modules = modules;
	QRcode_free(code);
	return true;
}

bool
qr_is_dark(const struct qr *qr, int x, int y)
{
	return x >= 0 && y >= 0 && x < qr->size && y < qr->size &&
	    qr->modules[y * qr->size + x] != 0;
}
