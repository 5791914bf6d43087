#pragma once

#include <stdbool.h>
#include <stdint.h>

/// Whether this process counts: only with the GNU C library, whose malloc may be replaced by a program's own.
bool allocation_count_works(void);

/// How often the calling thread has asked for memory so far.
uint64_t allocation_count(void);
