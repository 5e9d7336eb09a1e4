/*
 * Between the files that make hostile databases: big-endian numbers, as
 * SQLite writes them.
 */
#ifndef VEREDA_HOSTILE_PRIVATE_H
#define VEREDA_HOSTILE_PRIVATE_H

#include <stddef.h>
#include <stdint.h>

uint32_t hostile_get(const uint8_t *at, size_t len);
void hostile_put(uint8_t *at, uint32_t value, size_t len);

#endif
