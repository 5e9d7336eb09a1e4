/*
 * Trains preset dictionaries for deflate: the passages that come back in
 * many blocks of a database.
 */
#ifndef VEREDA_DICTIONARY_H
#define VEREDA_DICTIONARY_H

#include "base/bytes.h"

#define DICTIONARY_TRAINED_SIZE 24576u /* bytes; deflate sees little more */

/*
 * Append to OUT the best dictionary for SAMPLES, cut into pieces of
 * SAMPLE_SIZE bytes; nothing if they have too little in common.  Same
 * samples, same dictionary.
 */
void dictionary_train(struct buffer *out, struct bytes samples,
    size_t sample_size);

#endif
