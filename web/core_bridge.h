#pragma once

#include <stddef.h>
#include <stdint.h>

// The C interface between JavaScript and the headless module. Bytes in, bytes out: the caller
// copies a request (core/wire/service.h) and a payload behind it into `proviso_core_input`, calls,
// and copies `proviso_core_output` out before the next call; memory may move between calls. No
// Emscripten here: the same functions are tested natively.

#ifdef __cplusplus
extern "C" {
#endif

/// At most one dataset, and what was built to answer about it.
typedef struct ProvisoCore ProvisoCore;

ProvisoCore* proviso_core_create(void);
void proviso_core_destroy(ProvisoCore* self);

/// Room for `size` bytes of input; NULL if that is over the limit.
uint8_t* proviso_core_input(ProvisoCore* self, size_t size);

/// Beside those of the service one needs no dataset, {"do": "text", "name"}: the plain text of the
/// payload, a file of that name (core/exchange/formats.h, `PlainText`); {"do": "import", "name"}: a
/// dataset made of the payload, another tool's file of that name; {"do": "formats"}: what is
/// written for other tools; {"do": "export", "format"}: the payload, a dataset, in one of these
/// formats (core/exchange/import_file.h).

/// Carries out the request in the first `request` bytes of the input, on the rest. 1: the output is
/// its result; 0: the output is a report of problems, as JSON.
int proviso_core_call(ProvisoCore* self, size_t request);

const uint8_t* proviso_core_output(ProvisoCore* self);
size_t proviso_core_output_size(ProvisoCore* self);

#ifdef __cplusplus
}  // extern "C"
#endif
