/*
 * Forgetting: what a person looked at must be gone after the wipe, also out
 * of memory that libraries gave back.
 */
#ifndef VEREDA_FORGET_H
#define VEREDA_FORGET_H

/* Before the first person: freed memory is overwritten from now on. */
void forget_begin(void);

/* At the wipe: overwrite the freed pieces that the C library kept at hand. */
void forget_freed(void);

#endif
