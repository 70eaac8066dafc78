/* Presenter's notes: what is told arrives whole, in however many pieces; nobody who listens can hold the teller up; the
 * place is private; and the notes follow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "tests/golden.h"
#include "ui/present/follower.h"
#include "ui/present/notes.h"
#include "ui/present/teller.h"

static char place[PLACE_LEN];

/* An empty private directory for each test. */
static int make_place(void **state)
{
	char why[PLACE_WHY_LEN];
	const char *base = getenv("TMPDIR");

	(void)state;
	snprintf(place, sizeof place, "%s/fs-XXXXXX", base && strlen(base) < 40 ? base : "/tmp");
	return mkdtemp(place) != NULL && place_take(place, why) ? 0 : -1;
}

static int remove_place(void **state)
{
	DIR *directory = opendir(place);
	const struct dirent *entry;
	char path[512];

	(void)state;
	while (directory && (entry = readdir(directory)) != NULL) {
		snprintf(path, sizeof path, "%s/%s", place, entry->d_name);
		unlink(path);
	}
	if (directory)
		closedir(directory);
	return rmdir(place);
}

/* Something to be told. */
static struct told told_of(int step, const char *holder)
{
	struct told t;

	told_init(&t);
	t.version = TOLD_VERSION;
	t.step = step;
	t.phase = TOLD_WATCH;
	t.since_ms = 25205;
	t.runs = 1;
	snprintf(t.holder[1], sizeof t.holder[1], "%s", holder);
	snprintf(t.holder[2], sizeof t.holder[2], "nobody");
	snprintf(t.file, sizeof t.file, "/some/where/a walk.ini");
	return t;
}

/* --- the lines --------------------------------------------------------------------------------------------- */

/* Hands a text over line by line; how many times it was whole. */
static int read_text(struct told *t, const char *text)
{
	char line[TOLD_LINE_LEN];
	int whole = 0;

	while (*text) {
		size_t n = strcspn(text, "\n");

		snprintf(line, sizeof line, "%.*s", (int)n, text);
		whole += told_line(t, line);
		text += n + (text[n] == '\n');
	}
	return whole;
}

static void what_is_written_is_read(void **state)
{
	struct told t = told_of(3, "ASA2"), again;
	char text[TOLD_BYTES];

	(void)state;
	t.away = 1;
	assert_true(told_write(&t, text) < sizeof text);
	assert_string_equal(text, "failscope 1\nfile /some/where/a walk.ini\nstep 3 watch\ntime 25205 run\nholder 1 ASA2\n"
				  "holder 2 nobody\naway\nend\n");
	told_init(&again);
	assert_int_equal(read_text(&again, text), 1);
	assert_true(told_equal(&t, &again));
}

/* Words that are not known are passed over, nonsense changes nothing, another version is never whole. */
static void what_is_not_known_is_passed_over(void **state)
{
	struct told t;

	(void)state;
	told_init(&t);
	assert_int_equal(read_text(&t, "step 5 done\nend\n"), 0);
	assert_int_equal(read_text(&t, "failscope 1\nweather fine\nstep x\nstep -7 read\ntime -3 run\nholder 9 A\nholder\n\n"
				       "time 99999999999 run\nstep 2 dancing\nend\n"), 1);
	assert_int_equal(t.step, 2);
	assert_int_equal(t.phase, TOLD_READ);
	assert_int_equal(t.since_ms, 0);
	assert_int_equal(read_text(&t, "failscope 2\nstep 5 done\nend\n"), 0);
}

/* A walkthrough has one name, however it is reached. */
static void a_walkthrough_has_one_name(void **state)
{
	char one[TOLD_FILE_LEN], other[TOLD_FILE_LEN];

	(void)state;
	told_name("layouts/walkthroughs/03-unit-fails.ini", one);
	told_name("layouts/../layouts/walkthroughs/03-unit-fails.ini", other);
	assert_int_equal(one[0], '/');
	assert_string_equal(one, other);
	told_name("03-unit-fails.ini", other);
	assert_string_equal(other, "03-unit-fails");
	assert_true(told_same(one, other));
	assert_true(told_same(other, one));
	assert_false(told_same("/a/x.ini", "/b/x.ini"));
	assert_false(told_same("03-unit-fails", "08-manual-move"));
}

/* --- the place --------------------------------------------------------------------------------------------- */

/* Whatever others could enter or have laid there is refused, with a sentence. */
static void a_place_that_is_not_private_is_refused(void **state)
{
	char path[PLACE_LEN + 16], why[PLACE_WHY_LEN] = "";
	struct stat at;

	(void)state;
	snprintf(path, sizeof path, "%s/new", place);
	assert_true(place_take(path, why));
	assert_int_equal(stat(path, &at), 0);
	assert_int_equal(at.st_mode & 0777, 0700);
	assert_int_equal(chmod(path, 0755), 0);
	assert_false(place_take(path, why));
	assert_non_null(strstr(why, "others can enter"));
	assert_int_equal(rmdir(path), 0);
	assert_int_equal(symlink(place, path), 0);
	assert_false(place_take(path, why));
	assert_non_null(strstr(why, "no directory"));
	assert_int_equal(unlink(path), 0);
	snprintf(path, sizeof path, "%s/a/b", place);
	assert_false(place_take(path, why));
	assert_non_null(strstr(why, "cannot be made"));
}

/* The runtime directory is where it is looked for; where there is none, below /tmp. */
static void the_place_is_below_the_runtime_directory(void **state)
{
	char *before = getenv("XDG_RUNTIME_DIR"), found[PLACE_LEN], wanted[PLACE_LEN + 16], why[PLACE_WHY_LEN];
	char kept[512] = "";

	(void)state;
	snprintf(kept, sizeof kept, "%s", before ? before : "");
	setenv("XDG_RUNTIME_DIR", place, 1);
	assert_true(place_find(found, why));
	snprintf(wanted, sizeof wanted, "%s/failscope", place);
	assert_string_equal(found, wanted);
	assert_int_equal(rmdir(found), 0);
	setenv("XDG_RUNTIME_DIR", "/nowhere/at/all", 1);
	place_find(found, why);
	snprintf(wanted, sizeof wanted, "/tmp/failscope-%lu", (unsigned long)geteuid());
	assert_string_equal(found, wanted);
	if (*kept)
		setenv("XDG_RUNTIME_DIR", kept, 1);
	else
		unsetenv("XDG_RUNTIME_DIR");
}

/* --- teller and follower ----------------------------------------------------------------------------------- */

/* A plain listener at the teller's socket. */
static int listener(const struct teller *t)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	snprintf(at.sun_path, sizeof at.sun_path, "%.*s", (int)sizeof at.sun_path - 1, t->path);
	assert_int_equal(connect(fd, (const struct sockaddr *)&at, sizeof at), 0);
	return fd;
}

static int listeners(const struct teller *t)
{
	int n = 0;

	for (int i = 0; i < PEER_MAX; i++)
		n += t->peers[i].fd >= 0;
	return n;
}

/* All that has come, as text. */
static const char *all_of(int fd)
{
	static char text[1 << 20];
	size_t length = 0;
	ssize_t n;

	while ((n = recv(fd, text + length, sizeof text - 1 - length, MSG_DONTWAIT)) > 0)
		length += (size_t)n;
	text[length] = '\0';
	return text;
}

/* Notes that were there first hear of the dashboard when it comes, follow it, and notice that it went. */
static void the_follower_may_come_first(void **state)
{
	static struct teller t;
	static struct follower f;
	struct told told = told_of(1, "ASA1");
	struct loop_watch list[LOOP_WATCH_MAX];
	char why[PLACE_WHY_LEN];

	(void)state;
	follower_open(&f, place);
	follower_turn(&f);
	assert_null(follower_any(&f));
	assert_true(f.notify >= 0);
	assert_int_equal(follower_watch(&f, list), 1);
	assert_true(teller_open(&t, place, why));
	assert_int_equal(poll(&(struct pollfd){ list[0].fd, POLLIN, 0 }, 1, 1000), 1);
	follower_turn(&f);
	assert_int_equal(follower_watch(&f, list), 2);
	teller_tell(&t, &told);
	teller_turn(&t);
	assert_int_equal(poll(&(struct pollfd){ list[1].fd, POLLIN, 0 }, 1, 1000), 1);
	follower_turn(&f);
	assert_non_null(follower_told(&f, "/some/where/a walk.ini"));
	assert_true(told_equal(follower_told(&f, "/some/where/a walk.ini"), &told));
	assert_null(follower_told(&f, "/some/where/else.ini"));
	assert_non_null(follower_any(&f));
	told.step = 2;
	teller_tell(&t, &told);
	follower_turn(&f);
	assert_int_equal(follower_any(&f)->step, 2);
	teller_close(&t);
	assert_int_equal(access(t.path, F_OK), -1);
	follower_turn(&f);
	assert_null(follower_any(&f));
	assert_int_equal(follower_watch(&f, list), 1);
	/* And the next one is followed again. */
	assert_true(teller_open(&t, place, why));
	follower_turn(&f);
	teller_turn(&t);
	teller_tell(&t, &told);
	follower_turn(&f);
	assert_int_equal(follower_any(&f)->step, 2);
	follower_close(&f);
	teller_turn(&t);
	assert_int_equal(listeners(&t), 0);
	teller_close(&t);
}

/* The socket is for its user alone. */
static void the_socket_is_closed_to_others(void **state)
{
	static struct teller t;
	char why[PLACE_WHY_LEN];
	struct stat at;

	(void)state;
	assert_true(teller_open(&t, place, why));
	assert_int_equal(stat(t.path, &at), 0);
	assert_true(S_ISSOCK(at.st_mode));
	assert_int_equal(at.st_mode & 0177, 0);
	teller_close(&t);
	teller_close(&t);
	assert_false(teller_open(&t, "/nowhere/at/all", why));
	teller_turn(&t);
	teller_close(&t);
}

/* One that does not read is never waited for, and gets whole messages, the newest last, when he reads at last. */
static void a_slow_listener_holds_nobody_up(void **state)
{
	static struct teller t;
	struct told told = told_of(0, "ASA1"), heard;
	char why[PLACE_WHY_LEN];
	int slow, small = 2048, watched;
	struct loop_watch list[LOOP_WATCH_MAX];
	char text[1 << 16];
	size_t length = 0;

	(void)state;
	assert_true(teller_open(&t, place, why));
	slow = listener(&t);
	teller_turn(&t);
	assert_int_equal(listeners(&t), 1);
	setsockopt(t.peers[0].fd, SOL_SOCKET, SO_SNDBUF, &small, sizeof small);
	for (told.step = 1; told.step < 5000; told.step++)
		teller_tell(&t, &told);
	assert_true(t.peers[0].behind);
	watched = teller_watch(&t, list);
	assert_int_equal(watched, 2);
	assert_true(list[1].writes);
	told_init(&heard);
	for (int turn = 0; turn < 1000 && heard.step < 4999; turn++) {
		const char *part = all_of(slow);

		assert_true(length + strlen(part) < sizeof text);
		length += (size_t)snprintf(text + length, sizeof text - length, "%s", part);
		teller_turn(&t);
		read_text(&heard, text);
	}
	assert_int_equal(heard.step, 4999);
	assert_int_equal(strncmp(text, "failscope 1\n", 12), 0);
	teller_watch(&t, list);
	assert_false(list[1].writes);
	close(slow);
	teller_close(&t);
}

/* One that went away is noticed, also in the middle of a message, and kills nobody. */
static void a_dead_listener_is_let_go(void **state)
{
	static struct teller t;
	struct told told = told_of(0, "ASA1");
	char why[PLACE_WHY_LEN];

	(void)state;
	assert_true(teller_open(&t, place, why));
	for (int i = 0; i < 20; i++) {
		int fd = listener(&t);

		if (i % 2)
			teller_turn(&t);
		close(fd);
		told.step = i;
		teller_tell(&t, &told);
		teller_tell(&t, &told);
		teller_turn(&t);
		assert_int_equal(listeners(&t), 0);
	}
	teller_close(&t);
}

/* Eight are heard, the ninth is not; whatever they send is passed over. */
static void eight_can_listen(void **state)
{
	static struct teller t;
	struct told told = told_of(7, "ASA1");
	char why[PLACE_WHY_LEN], nonsense[4096];
	int fds[PEER_MAX + 1];

	(void)state;
	memset(nonsense, 'x', sizeof nonsense);
	assert_true(teller_open(&t, place, why));
	for (int i = 0; i <= PEER_MAX; i++) {
		fds[i] = listener(&t);
		teller_turn(&t);
	}
	assert_int_equal(listeners(&t), PEER_MAX);
	assert_true(send(fds[0], nonsense, sizeof nonsense, MSG_NOSIGNAL) > 0);
	teller_tell(&t, &told);
	teller_turn(&t);
	assert_int_equal(listeners(&t), PEER_MAX);
	for (int i = 0; i < PEER_MAX; i++)
		assert_non_null(strstr(all_of(fds[i]), "step 7 watch\n"));
	assert_int_equal(recv(fds[PEER_MAX], nonsense, sizeof nonsense, MSG_DONTWAIT), 0);
	for (int i = 0; i <= PEER_MAX; i++)
		close(fds[i]);
	teller_close(&t);
}

/* A socket of this name in the place, with somebody listening. */
static int stand_in(const char *name)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	snprintf(at.sun_path, sizeof at.sun_path, "%s/%s", place, name);
	assert_int_equal(bind(fd, (const struct sockaddr *)&at, sizeof at), 0);
	assert_int_equal(listen(fd, 4), 0);
	return fd;
}

static bool is_there(const char *name)
{
	char path[PLACE_LEN + 40];

	snprintf(path, sizeof path, "%s/%s", place, name);
	return access(path, F_OK) == 0;
}

/* What comes byte by byte is the same; what is no line of ours ends it. */
static void messages_may_come_in_pieces(void **state)
{
	static struct follower f;
	struct told told = told_of(4, "ASA1");
	char text[TOLD_BYTES], nonsense[TOLD_LINE_LEN + 1];
	size_t n = told_write(&told, text);
	int at = stand_in("play-1.sock"), fd;

	(void)state;
	follower_open(&f, place);
	fd = accept(at, NULL, NULL);
	assert_true(fd >= 0);
	for (size_t i = 0; i < n; i++) {
		assert_null(follower_any(&f));
		assert_int_equal(send(fd, text + i, 1, 0), 1);
		follower_turn(&f);
	}
	assert_true(told_equal(follower_any(&f), &told));
	/* Half of the next changes nothing yet. */
	assert_int_equal(send(fd, "failscope 1\nstep 9 read\n", 24, 0), 24);
	follower_turn(&f);
	assert_int_equal(follower_any(&f)->step, 4);
	memset(nonsense, 'x', sizeof nonsense);
	assert_int_equal(send(fd, nonsense, sizeof nonsense, 0), sizeof nonsense);
	follower_turn(&f);
	assert_null(follower_any(&f));
	assert_int_equal(recv(fd, nonsense, 1, MSG_DONTWAIT), 0);
	close(fd);
	close(at);
	follower_close(&f);
}

/* What a crashed dashboard left behind is removed; what is no socket of a dashboard is left alone; of two the newest
 * counts. */
static void stale_sockets_are_removed(void **state)
{
	static struct follower f;
	struct told told = told_of(1, "ASA1");
	char text[TOLD_BYTES], path[PLACE_LEN + 40];
	int stale = stand_in("play-11.sock"), other = stand_in("other.sock"), old = stand_in("play-12.sock"), young, a, b;
	FILE *file;

	(void)state;
	close(stale);
	close(other);
	snprintf(path, sizeof path, "%s/play-13.sock", place);
	file = fopen(path, "w");
	assert_non_null(file);
	fclose(file);
	poll(NULL, 0, 20); /* later by the clock of the file system, too */
	young = stand_in("play-2.sock");
	follower_open(&f, place);
	assert_false(is_there("play-11.sock"));
	assert_true(is_there("other.sock"));
	assert_true(is_there("play-12.sock"));
	assert_true(is_there("play-13.sock"));
	a = accept(old, NULL, NULL);
	b = accept(young, NULL, NULL);
	assert_true(send(a, text, told_write(&told, text), 0) > 0);
	told.step = 2;
	assert_true(send(b, text, told_write(&told, text), 0) > 0);
	follower_turn(&f);
	assert_int_equal(follower_any(&f)->step, 2);
	close(b);
	follower_turn(&f);
	assert_int_equal(follower_any(&f)->step, 1);
	close(a);
	close(old);
	close(young);
	follower_turn(&f);
	assert_null(follower_any(&f));
	follower_close(&f);
}

/* --- the notes --------------------------------------------------------------------------------------------- */

static struct walk walk;
static struct notes notes;
static struct canvas canvas;
static char text[1 << 18];

static const char script[] = "[walkthrough]\n"
			     "title = Two steps\n"
			     "lab = active-active.ini\n"
			     "text = What it is about.\n"
			     "[step At rest]\n"
			     "text = Nothing happens: `show failover` says so.\n"
			     "notes = Ask who is active.\n"
			     "notes =\n"
			     "notes = Wait for an answer.\n"
			     "[step The power goes]\n"
			     "text = It goes.\n"
			     "do = 10 fault power ASA1\n"
			     "until = 12\n";

static void open_notes(void)
{
	static struct lab lab;
	static struct diag diag;
	struct screen_conf screen;

	diag_init(&diag);
	assert_true(walk_read_text(&walk, "two-steps.ini", script, &lab, &screen, &diag));
	notes_open(&notes, &walk);
}

/* The notes are drawn as they are kept. */
static void expect_notes(const char *name, int columns, int rows)
{
	struct sink sink = { text, sizeof text - 1, 0 };
	char path[128];

	notes_draw(&notes, &canvas, columns, rows);
	back_find("text")->emit(&canvas, notes.theme, notes.charset, NULL, &sink);
	text[sink.length] = '\0';
	snprintf(path, sizeof path, "tests/screens/%s.txt", name);
	assert_true(golden_equal(path, text));
}

/* Without a dashboard they are paged by hand, from the introduction to the last step and back. */
static void notes_are_paged_by_hand(void **state)
{
	(void)state;
	open_notes();
	expect_notes("notes-alone-80x24", 80, 24);
	notes_key(&notes, KEYCODE_PAGE_DOWN);
	assert_int_equal(notes.step, 0);
	expect_notes("notes-step-80x24", 80, 24);
	notes_key(&notes, ' ');
	notes_key(&notes, KEYCODE_PAGE_DOWN);
	assert_int_equal(notes.step, 1);
	notes_key(&notes, KEYCODE_PAGE_UP);
	notes_key(&notes, KEYCODE_LEFT);
	notes_key(&notes, KEYCODE_PAGE_UP);
	assert_int_equal(notes.step, -1);
	notes_key(&notes, 'q');
	assert_true(notes.quit);
}

/* What is told is followed; its keys only scroll then; and what cannot be is not believed. */
static void notes_follow_what_is_told(void **state)
{
	struct told told = told_of(0, "ASA2");

	(void)state;
	open_notes();
	notes_hear(&notes, &told, &told);
	expect_notes("notes-follow-80x24", 80, 24);
	notes_key(&notes, KEYCODE_PAGE_DOWN);
	assert_int_equal(notes.step, 0);
	notes_draw(&notes, &canvas, 30, 6);
	notes_key(&notes, KEYCODE_PAGE_DOWN);
	assert_true(notes.scroll > 0);
	told.step = 1;
	notes_hear(&notes, &told, &told);
	assert_int_equal(notes.step, 1);
	assert_int_equal(notes.scroll, 0);
	told.step = 4000;
	notes_hear(&notes, &told, &told);
	assert_int_equal(notes.step, 1);
	notes_hear(&notes, NULL, &told);
	assert_false(notes.follows);
	assert_string_equal(notes.other, told.file);
	expect_notes("notes-other-60x10", 60, 10);
}

/* At every size, in each state, something is drawn and can be scrolled. */
static void every_size_of_the_notes_is_drawn(void **state)
{
	struct told told = told_of(0, "ASA2");

	(void)state;
	open_notes();
	for (int columns = 0; columns <= 130; columns++)
		for (int rows = 0; rows <= 40; rows++) {
			notes_hear(&notes, rows % 2 ? &told : NULL, &told);
			notes_draw(&notes, &canvas, columns, rows);
			assert_int_equal(canvas.columns, columns);
			assert_int_equal(canvas.rows, rows);
			notes_key(&notes, KEYCODE_DOWN);
			assert_true(notes.scroll >= 0);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written_is_read),
		cmocka_unit_test(what_is_not_known_is_passed_over),
		cmocka_unit_test(a_walkthrough_has_one_name),
		cmocka_unit_test_setup_teardown(a_place_that_is_not_private_is_refused, make_place, remove_place),
		cmocka_unit_test_setup_teardown(the_place_is_below_the_runtime_directory, make_place, remove_place),
		cmocka_unit_test_setup_teardown(the_follower_may_come_first, make_place, remove_place),
		cmocka_unit_test_setup_teardown(the_socket_is_closed_to_others, make_place, remove_place),
		cmocka_unit_test_setup_teardown(a_slow_listener_holds_nobody_up, make_place, remove_place),
		cmocka_unit_test_setup_teardown(a_dead_listener_is_let_go, make_place, remove_place),
		cmocka_unit_test_setup_teardown(eight_can_listen, make_place, remove_place),
		cmocka_unit_test_setup_teardown(messages_may_come_in_pieces, make_place, remove_place),
		cmocka_unit_test_setup_teardown(stale_sockets_are_removed, make_place, remove_place),
		cmocka_unit_test(notes_are_paged_by_hand),
		cmocka_unit_test(notes_follow_what_is_told),
		cmocka_unit_test(every_size_of_the_notes_is_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
