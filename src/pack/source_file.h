/*
 * Reads one source file and passes it through the gate for characters: what
 * a kiosk cannot show in one cell from left to right is a finding.
 */
#ifndef VEREDA_SOURCE_FILE_H
#define VEREDA_SOURCE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/bytes.h"
#include "base/hash.h"
#include "base/mem.h"
#include "pack/finding.h"

#define SOURCE_YAML_MAX (1u << 20)     /* bytes */
#define SOURCE_MARKDOWN_MAX (256u << 10) /* bytes */
#define SOURCE_CSV_MAX (8u << 20)      /* bytes */
#define SOURCE_SYNONYMS_MAX (1u << 20) /* bytes */

/*
 * The text of the file PATH, NUL-ended, with LF alone at line ends and no
 * byte order mark, in A; *LEN without the NUL.  NULL with a finding if it
 * cannot be read, is empty, larger than MAX or not UTF-8.  REV, if any,
 * takes up the name NAME and the bytes as they were.
 */
char *source_file_read(const char *path, const char *name, size_t max,
    size_t *len, struct hash_state *rev, struct arena *a,
    struct findings *f);

/* The same gate for TEXT that is in memory; false if it is not UTF-8. */
bool source_file_gate(const char *path, char *text, size_t *len,
    struct findings *f);

/* The place of the byte at OFFSET of TEXT, which begins at START. */
struct place source_file_place(const struct place *start, const char *text,
    size_t offset);

#endif
