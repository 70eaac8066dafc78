/* failscope: arguments in, one sub-command, an exit code out. */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ui/command/commands.h"
#include "ui/output.h"

/* Complains of the usage, with a pointer to the page that helps. */
static int refuse(const struct sub *sub, const char *why)
{
	output_complain(EXIT_USAGE, "%s", why);
	fprintf(stderr, "Try 'failscope %s%s--help'.\n", sub->word, *sub->word ? " " : "");
	return EXIT_USAGE;
}

static int print_help(const struct sub *sub)
{
	if (*sub->word)
		help_print_sub(sub, stdout);
	else
		help_print(stdout);
	return EXIT_FINE;
}

static int print_version(void)
{
	printf("failscope %s\n", FAILSCOPE_VERSION);
	return EXIT_FINE;
}

/* Runs the sub-command with the memory that it works with: the one allocation. */
static int run(struct request *r)
{
	static struct session session;
	const struct sub *sub = r->sub;
	char *memory = malloc(sub->pool_size + sub->text_size);
	int code;

	if (!memory)
		return output_complain(
		    EXIT_INPUT, "there is not enough memory: %s", strerror(errno));
	r->memory =
	    (struct memory){ memory, sub->pool_size, memory + sub->pool_size, sub->text_size };
	code = sub->run(r, &session);
	free(memory);
	return code;
}

int main(int argc, char **argv)
{
	static struct request request;
	char why[REQUEST_WHY_LEN];
	int code, end;

	output_begin();
	setlocale(LC_CTYPE, "");
	if (!request_read(&request, argc, argv, why))
		return refuse(request.sub, why);
	if (request.version)
		code = print_version();
	else if (is_given(&request, OPTION_HELP))
		code = print_help(request.sub);
	else
		code = run(&request);
	end = output_end();
	return code != EXIT_FINE ? code : end;
}
