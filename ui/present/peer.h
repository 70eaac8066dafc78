/* Who is at the other end of a socket. */
#ifndef FAILSCOPE_UI_PRESENT_PEER_H
#define FAILSCOPE_UI_PRESENT_PEER_H

#include <stdbool.h>

/* Is it a process of the same user? */
bool peer_is_ours(int fd);

#endif
