/* Chromium without a window; see browser.h.
 *
 * A call is a message with a number, and its answer has that number.  Between them come events: those that say that
 * the page is loaded, asks for something or complains are noted, the others are dropped. */
#define _GNU_SOURCE /* for asprintf */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/browser.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tests/json_read.h"
#include "ui/json.h"

enum {
	DEADLINE_MS = 30000, /* for any answer, and for a page to load; a busy machine is slow to start */
	END_MS = 5000,
	SLICE_MS = 20,
	ID_LEN = 64,
	COMPLAINT_LEN = 400,
	LOG_SHOWN = 600,
};

struct browser {
	pid_t pid; /* leads a group of its own; 0 once it has ended */
	int to, from;
	char directory[PATH_MAX], page[PATH_MAX + 16];
	char *in; /* what has come and was not taken yet */
	size_t in_length, in_size;
	char *message, *value; /* the last message taken, the last value returned */
	int calls;
	bool loaded;
	char session[ID_LEN], loader[ID_LEN];
	int requests, errors;
	char request[COMPLAINT_LEN], error[COMPLAINT_LEN]; /* the first of each */
};

/* Milliseconds of a clock that nobody sets. */
static int64_t clock_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int left_ms(int64_t deadline_ms)
{
	int64_t left = deadline_ms - clock_ms();

	return left < 0 ? 0 : (int)left;
}

static const char *program(void)
{
	const char *name = getenv("CHROMIUM");

	return name && *name ? name : "chromium";
}

/* --- the process ----------------------------------------------------------------------------- */

/* The child: a group of its own, the pipes on 3 and 4, no home but the temporary directory. */
static _Noreturn void become(const struct browser *b, int in, int out)
{
	char profile[PATH_MAX + 32], log[PATH_MAX + 32];
	const char *argv[] = { program(), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
		"--disable-dev-shm-usage", "--hide-scrollbars", "--force-device-scale-factor=1", "--remote-debugging-pipe",
		profile, "about:blank", NULL };
	int fd;

	setpgid(0, 0);
	snprintf(profile, sizeof profile, "--user-data-dir=%s/profile", b->directory);
	snprintf(log, sizeof log, "%s/log", b->directory);
	fd = open("/dev/null", O_RDONLY);
	dup2(fd, STDIN_FILENO);
	fd = open(log, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	dup2(fd, STDOUT_FILENO);
	dup2(fd, STDERR_FILENO);
	in = fcntl(in, F_DUPFD, 10);
	out = fcntl(out, F_DUPFD, 10);
	dup2(in, 3);
	dup2(out, 4);
	for (int other = 5; other < 256; other++)
		close(other);
	setenv("HOME", b->directory, 1);
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("XDG_CACHE_HOME");
	execvp(argv[0], (char *const *)argv);
	dprintf(STDERR_FILENO, "%s: %s\n", argv[0], strerror(errno));
	_exit(127);
}

/* Has it ended?  Its status is taken then. */
static bool has_ended(struct browser *b)
{
	if (b->pid && waitpid(b->pid, NULL, WNOHANG) == b->pid)
		b->pid = 0;
	return b->pid == 0;
}

/* The end of what the browser printed, for the sentence that says it does not work. */
static const char *printed(const struct browser *b)
{
	static char text[LOG_SHOWN + 1];
	char path[PATH_MAX + 32];
	size_t n = 0;
	FILE *f;

	snprintf(path, sizeof path, "%s/log", b->directory);
	f = fopen(path, "r");
	if (f) {
		if (fseek(f, -LOG_SHOWN, SEEK_END) < 0)
			rewind(f);
		n = fread(text, 1, LOG_SHOWN, f);
		fclose(f);
	}
	text[n] = '\0';
	return text;
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *walk)
{
	(void)status;
	(void)type;
	(void)walk;
	return remove(path);
}

/* Removes the directory; a process that is just being killed may still write into it. */
static void remove_directory(const char *path)
{
	int64_t deadline_ms = clock_ms() + END_MS;

	while (nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS) != 0 && access(path, F_OK) == 0)
		if (poll(NULL, 0, SLICE_MS) != 0 || clock_ms() > deadline_ms)
			break;
}

/* The browser is gone.  Where it has only been started nobody will end it: that is done here. */
static void give_up(struct browser *b)
{
	const char *end = printed(b);

	if (!*b->session)
		browser_end(b);
	fail_msg("the browser '%s' ended or did not start (is the package chromium installed?): %s", program(), end);
}

/* --- messages -------------------------------------------------------------------------------- */

/* Reads what is there; false where nothing came in time. */
static bool read_some(struct browser *b, int64_t deadline_ms)
{
	struct pollfd fd = { .fd = b->from, .events = POLLIN };
	ssize_t n;

	if (b->in_size - b->in_length < 65536) {
		b->in_size = b->in_size * 2 + 131072;
		b->in = realloc(b->in, b->in_size);
		assert_non_null(b->in);
	}
	if (poll(&fd, 1, left_ms(deadline_ms)) <= 0)
		return false;
	n = read(b->from, b->in + b->in_length, b->in_size - b->in_length);
	if (n <= 0)
		give_up(b);
	b->in_length += (size_t)n;
	return true;
}

/* Takes the next message into b->message; false where none comes in time. */
static bool take(struct browser *b, int64_t deadline_ms)
{
	char *end;

	while (!b->in_length || !(end = memchr(b->in, '\0', b->in_length)))
		if (!read_some(b, deadline_ms))
			return false;
	free(b->message);
	b->message = strdup(b->in);
	assert_non_null(b->message);
	b->in_length -= (size_t)(end + 1 - b->in);
	memmove(b->in, end + 1, b->in_length);
	return true;
}

/* Counts one, and keeps the first. */
static void count(int *counter, char first[COMPLAINT_LEN], const char *message, const char *path)
{
	char *text = json_copy(message, path);

	if ((*counter)++ == 0)
		snprintf(first, COMPLAINT_LEN, "%s", text ? text : message);
	free(text);
}

/* The page asks for something. */
static void note_request(struct browser *b)
{
	char *url = json_copy(b->message, "params.request.url");
	bool own = json_is(b->message, "params.type", "Document") && url && strcmp(url, b->page) == 0;

	if (!own && url && strncmp(url, "data:", 5) != 0 && strncmp(url, "blob:", 5) != 0)
		count(&b->requests, b->request, b->message, "params.request.url");
	free(url);
}

/* Notes an event that is of interest. */
static void note(struct browser *b)
{
	const char *m = b->message;

	if (json_is(m, "method", "Network.requestWillBeSent"))
		note_request(b);
	else if (json_is(m, "method", "Runtime.exceptionThrown"))
		count(&b->errors, b->error, m, "params.exceptionDetails.exception.description");
	else if (json_is(m, "method", "Runtime.consoleAPICalled") &&
		 (json_is(m, "params.type", "error") || json_is(m, "params.type", "assert")))
		count(&b->errors, b->error, m, "params.args.0.value");
	else if (json_is(m, "method", "Log.entryAdded") && json_is(m, "params.entry.level", "error"))
		count(&b->errors, b->error, m, "params.entry.text");
	else if (json_is(m, "method", "Page.lifecycleEvent") && json_is(m, "params.name", "load") &&
		 json_is(m, "params.loaderId", b->loader))
		b->loaded = true;
}

/* Writes a whole message with its NUL. */
static void send_bytes(struct browser *b, const char *bytes, size_t length)
{
	int64_t deadline_ms = clock_ms() + DEADLINE_MS;

	while (length > 0) {
		struct pollfd fd = { .fd = b->to, .events = POLLOUT };
		ssize_t n = poll(&fd, 1, left_ms(deadline_ms)) > 0 ? write(b->to, bytes, length) : -1;

		if (n <= 0)
			give_up(b);
		bytes += n;
		length -= (size_t)n;
	}
}

/* A call being written: its parameters are added to `json` between begin and finish. */
struct call {
	struct json json;
	FILE *out;
	char *text;
	size_t length;
};

static void call_begin(struct browser *b, struct call *c, const char *method)
{
	c->out = open_memstream(&c->text, &c->length);
	assert_non_null(c->out);
	json_begin(&c->json, c->out, false);
	json_open_object(&c->json, NULL);
	json_number(&c->json, "id", ++b->calls);
	if (*b->session)
		json_text(&c->json, "sessionId", b->session);
	json_text(&c->json, "method", method);
	json_open_object(&c->json, "params");
}

/* Is the message the answer to the last call? */
static bool is_answer(const struct browser *b)
{
	const char *id = json_at(b->message, "id");

	return id && strtol(id, NULL, 10) == b->calls;
}

/* Sends it; returns the answer's result. */
static const char *call_finish(struct browser *b, struct call *c)
{
	int64_t deadline_ms = clock_ms() + DEADLINE_MS;
	const char *result;

	json_close_object(&c->json);
	json_close_object(&c->json);
	fputc('\0', c->out);
	fclose(c->out);
	send_bytes(b, c->text, c->length);
	do {
		if (!take(b, deadline_ms))
			fail_msg("the browser does not answer within %d s to %.200s", DEADLINE_MS / 1000, c->text);
		note(b);
	} while (!is_answer(b));
	result = json_at(b->message, "result");
	if (!result)
		fail_msg("the browser answers %.400s to %.200s", b->message, c->text);
	free(c->text);
	return result;
}

/* A call without parameters. */
static const char *call(struct browser *b, const char *method)
{
	struct call c;

	call_begin(b, &c, method);
	return call_finish(b, &c);
}

/* A call with one. */
static const char *call_text(struct browser *b, const char *method, const char *key, const char *text)
{
	struct call c;

	call_begin(b, &c, method);
	json_text(&c.json, key, text);
	return call_finish(b, &c);
}

static const char *call_bool(struct browser *b, const char *method, const char *key, bool yes)
{
	struct call c;

	call_begin(b, &c, method);
	json_bool(&c.json, key, yes);
	return call_finish(b, &c);
}

/* Keeps a string of an answer. */
static void keep(char out[ID_LEN], const char *result, const char *path)
{
	char *text = json_copy(result, path);

	assert_non_null(text);
	snprintf(out, ID_LEN, "%s", text);
	free(text);
}

/* --- start and end --------------------------------------------------------------------------- */

/* Takes a new page, and has it tell what it does. */
static void attach(struct browser *b)
{
	static const char *const domains[] = { "Page.enable", "Network.enable", "Runtime.enable", "Log.enable" };
	char target[ID_LEN];
	struct call c;

	keep(target, call_text(b, "Target.createTarget", "url", "about:blank"), "targetId");
	call_begin(b, &c, "Target.attachToTarget");
	json_text(&c.json, "targetId", target);
	json_bool(&c.json, "flatten", true);
	keep(b->session, call_finish(b, &c), "sessionId");
	for (size_t i = 0; i < sizeof domains / sizeof *domains; i++)
		call(b, domains[i]);
	call_bool(b, "Page.setLifecycleEventsEnabled", "enabled", true);
	call_bool(b, "Emulation.setFocusEmulationEnabled", "enabled", true);
}

struct browser *browser_start(void)
{
	struct browser *b = calloc(1, sizeof *b);
	const char *below = getenv("TMPDIR");
	int to[2], from[2];

	assert_non_null(b);
	signal(SIGPIPE, SIG_IGN);
	snprintf(b->directory, sizeof b->directory, "%s/failscope-browser.XXXXXX", below && *below ? below : "/tmp");
	assert_non_null(mkdtemp(b->directory));
	assert_int_equal(pipe(to), 0);
	assert_int_equal(pipe(from), 0);
	b->pid = fork();
	assert_true(b->pid >= 0);
	if (b->pid == 0)
		become(b, to[0], from[1]);
	close(to[0]);
	close(from[1]);
	b->to = to[1];
	b->from = from[0];
	fcntl(b->to, F_SETFD, FD_CLOEXEC);
	fcntl(b->from, F_SETFD, FD_CLOEXEC);
	fcntl(b->to, F_SETFL, O_NONBLOCK);
	attach(b);
	return b;
}

void browser_end(struct browser *b)
{
	int64_t deadline_ms = clock_ms() + END_MS;
	pid_t group;

	if (!b)
		return;
	group = b->pid;
	close(b->to); /* that alone ends it */
	while (!has_ended(b) && clock_ms() < deadline_ms)
		poll(NULL, 0, SLICE_MS);
	if (group)
		kill(-group, SIGKILL);
	if (b->pid)
		waitpid(b->pid, NULL, 0);
	close(b->from);
	remove_directory(b->directory);
	free(b->in);
	free(b->message);
	free(b->value);
	free(b);
}

const char *browser_directory(const struct browser *b)
{
	return b->directory;
}

/* --- pages ----------------------------------------------------------------------------------- */

void browser_open(struct browser *b, const char *path)
{
	int64_t deadline_ms = clock_ms() + DEADLINE_MS;
	char real[PATH_MAX];
	const char *result;

	if (!realpath(path, real))
		fail_msg("%s: %s", path, strerror(errno));
	snprintf(b->page, sizeof b->page, "file://%s", real);
	b->requests = b->errors = 0;
	b->loaded = false;
	*b->loader = '\0';
	result = call_text(b, "Page.navigate", "url", b->page);
	if (json_at(result, "errorText"))
		fail_msg("%s cannot be opened: %.400s", b->page, result);
	/* The page can be loaded before the answer has come that tells by which name: its events are asked for anew. */
	keep(b->loader, result, "loaderId");
	call_bool(b, "Page.setLifecycleEventsEnabled", "enabled", true);
	while (!b->loaded) {
		if (!take(b, deadline_ms))
			fail_msg("%s is not loaded within %d s", b->page, DEADLINE_MS / 1000);
		note(b);
	}
}

const char *browser_eval(struct browser *b, const char *expression)
{
	struct call c;
	const char *result;
	char *code;

	assert_true(asprintf(&code, "(async()=>String(await(%s\n)))()", expression) > 0);
	call_begin(b, &c, "Runtime.evaluate");
	json_text(&c.json, "expression", code);
	json_bool(&c.json, "awaitPromise", true);
	json_bool(&c.json, "returnByValue", true);
	result = call_finish(b, &c);
	free(code);
	if (json_at(result, "exceptionDetails"))
		fail_msg("%.200s throws %.400s", expression, json_at(result, "exceptionDetails"));
	free(b->value);
	b->value = json_copy(result, "result.value");
	assert_non_null(b->value);
	return b->value;
}

void browser_wait(struct browser *b, const char *expression, const char *wanted, int ms)
{
	int64_t deadline_ms = clock_ms() + ms;

	while (strcmp(browser_eval(b, expression), wanted) != 0) {
		if (clock_ms() > deadline_ms)
			fail_msg("%.200s is '%.200s' after %d ms, not '%.200s'", expression, b->value, ms, wanted);
		poll(NULL, 0, SLICE_MS);
	}
}

/* The keys that have a name: KEY("name", Windows' number, the text they type or ""). */
static const struct named {
	const char *name;
	int number;
	const char *text;
} named[] = {
	{ "ArrowLeft", 37, "" }, { "ArrowUp", 38, "" }, { "ArrowRight", 39, "" }, { "ArrowDown", 40, "" },
	{ "PageUp", 33, "" }, { "PageDown", 34, "" }, { "End", 35, "" }, { "Home", 36, "" }, { "Escape", 27, "" },
	{ "Tab", 9, "" }, { "Enter", 13, "\r" }, { " ", 32, " " },
};

/* Half of a key's way: down or up. */
static void key_event(struct browser *b, const char *type, const struct named *key)
{
	struct call c;

	call_begin(b, &c, "Input.dispatchKeyEvent");
	json_text(&c.json, "type", type);
	json_text(&c.json, "key", key->name);
	if (key->name[1])
		json_text(&c.json, "code", key->name);
	json_number(&c.json, "windowsVirtualKeyCode", key->number);
	if (*key->text && strcmp(type, "keyDown") == 0)
		json_text(&c.json, "text", key->text);
	call_finish(b, &c);
}

void browser_press(struct browser *b, const char *key)
{
	struct named wanted = { key, *key >= 'a' && *key <= 'z' ? *key - 'a' + 'A' : *key, key };
	bool known = !key[1];

	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		if (strcmp(named[i].name, key) == 0) {
			wanted = named[i];
			known = true;
		}
	if (!known)
		fail_msg("there is no key '%s'", key);
	key_event(b, *wanted.text ? "keyDown" : "rawKeyDown", &wanted);
	key_event(b, "keyUp", &wanted);
}

/* The six bits of a character of base64, or -1. */
static int sextet(char c)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *at = c ? strchr(letters, c) : NULL;

	return at ? (int)(at - letters) : -1;
}

void browser_screenshot(struct browser *b, const char *path)
{
	char *data = json_copy(call_text(b, "Page.captureScreenshot", "format", "png"), "data");
	FILE *f = fopen(path, "wb");
	unsigned bits = 0;
	int held = 0;

	assert_non_null(data);
	if (!f)
		fail_msg("%s: %s", path, strerror(errno));
	for (const char *at = data; sextet(*at) >= 0; at++) {
		bits = bits << 6 | (unsigned)sextet(*at);
		held += 6;
		if (held >= 8)
			fputc((int)(bits >> (held -= 8) & 255), f);
	}
	assert_int_equal(fclose(f), 0);
	free(data);
}

/* --- how pages are shown --------------------------------------------------------------------- */

void browser_scripts(struct browser *b, bool on)
{
	call_bool(b, "Emulation.setScriptExecutionDisabled", "value", !on);
}

void browser_scheme(struct browser *b, const char *scheme)
{
	struct call c;

	call_begin(b, &c, "Emulation.setEmulatedMedia");
	json_open_array(&c.json, "features");
	json_open_object(&c.json, NULL);
	json_text(&c.json, "name", "prefers-color-scheme");
	json_text(&c.json, "value", scheme);
	json_close_object(&c.json);
	json_close_array(&c.json);
	call_finish(b, &c);
}

void browser_size(struct browser *b, int width, int height)
{
	struct call c;

	call_begin(b, &c, "Emulation.setDeviceMetricsOverride");
	json_number(&c.json, "width", width);
	json_number(&c.json, "height", height);
	json_number(&c.json, "deviceScaleFactor", 1);
	json_bool(&c.json, "mobile", false);
	call_finish(b, &c);
}

/* --- what a page must not do ----------------------------------------------------------------- */

int browser_requests(const struct browser *b)
{
	return b->requests;
}

int browser_errors(const struct browser *b)
{
	return b->errors;
}

void browser_expect_clean(struct browser *b)
{
	browser_eval(b, "document.readyState"); /* what the page did before has been told when this is answered */
	if (b->requests)
		fail_msg("%s asks for %s (%d requests)", b->page, b->request, b->requests);
	if (b->errors)
		fail_msg("%s complains: %s (%d errors)", b->page, b->error, b->errors);
}
