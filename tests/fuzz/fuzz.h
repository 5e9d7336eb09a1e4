/*
 * What every fuzz entry gives: libFuzzer's function, the name of its corpus,
 * and inputs that are made rather than kept.
 */
#ifndef VEREDA_FUZZ_H
#define VEREDA_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern const char fuzz_name[];
void fuzz_seeds(void); /* feeds binary inputs to the entry */

#endif
