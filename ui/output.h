/* Bytes out of the program: data to standard output or a file, messages to standard error. */
#ifndef FAILSCOPE_UI_OUTPUT_H
#define FAILSCOPE_UI_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

/* What the program ends with. */
enum exit_code { EXIT_FINE = 0, EXIT_INPUT = 1, EXIT_USAGE = 2 };

/* Standard input, output and error are open after this, so that no file is taken for one of them;
 * what was closed fails when it is used. A closed pipe is an error of a write from here on, not the
 * end of the program. */
void output_begin(void);

/* Has everything printed so far been taken? The reason why not is remembered: to be asked now and
 * then by who prints much, as stdio forgets it. */
bool output_goes_on(void);

/* Can the terminal's character set show lines? */
bool output_is_utf8(void);

/* Many bytes to standard output. */
void output_bytes(const char *bytes, size_t length);

/* Everything printed has been written: EXIT_FINE, also where nobody reads on; else the reason is
 * told and it is EXIT_INPUT. */
int output_end(void);

/* Prints "failscope: " and a sentence on standard error; what it quotes is made harmless. Returns
 * `code`. */
int output_complain(int code, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Writes a file beside its name and renames it, so that there is the old one or the new one and
 * never half of it. What is no ordinary file (a pipe, /dev/null) is written as it is. Returns an
 * exit code; the reason has been told. */
int output_file(const char *path, const char *bytes, size_t length);

/* The same, without a word: false with errno where it could not be done. */
bool output_replace(const char *path, const char *bytes, size_t length);

#endif
