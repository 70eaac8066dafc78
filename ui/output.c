/* Bytes out; see output.h for what is promised. */
#include "ui/output.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ui/diag.h"

enum { MESSAGE_LEN = 1024, BUFFER_SIZE = 1 << 20 };

/* Why standard output took no more: an errno; 0 while it does. */
static int stopped;

void output_begin(void)
{
	static char buffer[BUFFER_SIZE];

	setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
	signal(SIGPIPE, SIG_IGN);
	for (int fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) < 0 &&
		    open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
			_exit(EXIT_INPUT);
}

int output_complain(int code, const char *format, ...)
{
	char text[MESSAGE_LEN], shown[MESSAGE_LEN];
	va_list list;

	va_start(list, format);
	vsnprintf(text, sizeof text, format, list);
	va_end(list);
	diag_clean(shown, sizeof shown, text);
	fprintf(stderr, "failscope: %s\n", shown);
	return code;
}

/* Writes it all; false with errno. */
static bool write_all(int fd, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t n = write(fd, bytes, length);

		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0) {
			bytes += n;
			length -= (size_t)n;
		}
	}
	return true;
}

bool output_is_utf8(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool output_goes_on(void)
{
	if (!stopped && ferror(stdout))
		stopped = errno;
	return !stopped;
}

void output_bytes(const char *bytes, size_t length)
{
	if (!stopped && (fflush(stdout) != 0 || !write_all(STDOUT_FILENO, bytes, length)))
		stopped = errno;
}

int output_end(void)
{
	if (!stopped && fflush(stdout) != 0)
		stopped = errno;
	if (!stopped || stopped == EPIPE)
		return EXIT_FINE;
	return output_complain(EXIT_INPUT, "standard output: %s", strerror(stopped));
}

/* What the file's permissions are to be: those of the old one, else what everybody's new files get.
 */
static mode_t mode_for(const struct stat *old, bool exists)
{
	mode_t mask;

	if (exists)
		return old->st_mode & 07777;
	mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

/* Fills the file beside and puts it in place; false with errno, and nothing is left behind. */
static bool replace(const char *path, mode_t mode, const char *bytes, size_t length)
{
	char beside[PATH_MAX];
	int fd, error;

	if ((size_t)snprintf(beside, sizeof beside, "%s.XXXXXX", path) >= sizeof beside) {
		errno = ENAMETOOLONG;
		return false;
	}
	fd = mkstemp(beside);
	if (fd < 0)
		return false;
	if (write_all(fd, bytes, length) && fchmod(fd, mode) == 0 && fsync(fd) == 0 &&
	    close(fd) == 0 && rename(beside, path) == 0)
		return true;
	error = errno;
	close(fd); /* where it is closed already this only fails */
	unlink(beside);
	errno = error;
	return false;
}

/* Writes into what is there: a pipe, a device. */
static bool write_into(const char *path, const char *bytes, size_t length)
{
	int fd = open(path, O_WRONLY), error;

	if (fd < 0)
		return false;
	if (write_all(fd, bytes, length))
		return close(fd) == 0;
	error = errno;
	close(fd);
	errno = error;
	return error == EPIPE; /* nobody reads on: that ends quietly */
}

bool output_replace(const char *path, const char *bytes, size_t length)
{
	char real[PATH_MAX];
	struct stat old;
	bool exists = stat(path, &old) == 0, done;

	if (exists && !realpath(path, real))
		exists = false;
	if (exists && S_ISDIR(old.st_mode)) {
		errno = EISDIR;
		done = false;
	} else if (exists && !S_ISREG(old.st_mode))
		done = write_into(path, bytes, length);
	else
		done = replace(exists ? real : path, mode_for(&old, exists), bytes, length);
	return done;
}

int output_file(const char *path, const char *bytes, size_t length)
{
	if (output_replace(path, bytes, length))
		return EXIT_FINE;
	return output_complain(EXIT_INPUT, "%s: cannot be written: %s", path, strerror(errno));
}
