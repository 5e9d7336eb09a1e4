/*
 * Where a table lies in a database file of our own: for publishers, who may
 * have its blocks stored in another way.
 */
#ifndef VEREDA_TABLE_BLOCKS_H
#define VEREDA_TABLE_BLOCKS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/err.h"

/*
 * Set MARKS[n] for each block n of the table whose root is page ROOT (from 1
 * on) of the file FD, of COUNT pages of SIZE bytes; *FOUND is how many there
 * are.  ERR_DATABASE for what is no tree.
 * https://www.sqlite.org/fileformat2.html#b_tree_pages
 */
CHECKED int table_blocks(bool *marks, uint32_t *found, int fd, uint32_t size,
    uint32_t count, uint32_t root, struct err *e);

#endif
