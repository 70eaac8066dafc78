/* The parts of the player's page that are files of their own in ui/record/, compiled in. */
#ifndef FAILSCOPE_UI_RECORD_ASSETS_H
#define FAILSCOPE_UI_RECORD_ASSETS_H

extern const char player_css[], player_html[], player_js[];

#endif
