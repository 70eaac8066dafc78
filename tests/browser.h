/* Chromium without a window, driven from a test: pages are opened from files, asked, typed at and looked at.
 *
 * It is spoken to over two pipes (--remote-debugging-pipe), each message JSON with a NUL behind it.  Nothing here
 * sleeps: every wait ends when it is met, or at its deadline.  What does not work fails the running test with a
 * sentence: start the browser in the group's set-up, and end it in its tear-down, which cmocka calls whatever failed.
 *
 * A page of ours fetches nothing and complains of nothing; both are counted while it is open. */
#ifndef FAILSCOPE_TESTS_BROWSER_H
#define FAILSCOPE_TESTS_BROWSER_H

#include <stdbool.h>
#include <stddef.h>

struct browser;

/* Starts the browser ($CHROMIUM, or else chromium) with a new profile in a temporary directory. */
struct browser *browser_start(void);

/* Ends it, and removes its directory.  NULL is fine. */
void browser_end(struct browser *b);

/* A directory for pages and pictures, gone after browser_end. */
const char *browser_directory(const struct browser *b);

/* Opens a file as a page, and waits until it is loaded.  The counts begin at 0 again. */
void browser_open(struct browser *b, const char *path);

/* The value of a JavaScript expression as a string, a promise's when it is kept.  Good until the next call of
 * anything here.  An exception fails the test. */
const char *browser_eval(struct browser *b, const char *expression);

/* Asks until the value is this string; at the deadline the test fails and tells the last value. */
void browser_wait(struct browser *b, const char *expression, const char *wanted, int ms);

/* Presses a key and lets it go: a character, or one of JavaScript's names: ArrowRight, PageUp, Home, Enter, Escape. */
void browser_press(struct browser *b, const char *key);

/* What the page looks like now, as PNG. */
void browser_screenshot(struct browser *b, const char *path);

/* How pages are shown from now on; an open page is told too, but scripts are switched for the next one only. */
void browser_scripts(struct browser *b, bool on);
void browser_scheme(struct browser *b, const char *scheme); /* "light" or "dark" */
void browser_size(struct browser *b, int width, int height);

/* Since the page was opened: what it asked for beside its own file (data: and blob: are no requests), and errors on
 * its console, exceptions among them. */
int browser_requests(const struct browser *b);
int browser_errors(const struct browser *b);

/* Fails the test, with the first of them, where the page asked for anything or complained. */
void browser_expect_clean(struct browser *b);

#endif
