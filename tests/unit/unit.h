/*
 * What every unit test includes: cmocka and the headers that it needs.
 */
#ifndef VEREDA_UNIT_H
#define VEREDA_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
