/* The list of views. */
#include "ui/views/view.h"

/* clang-format off */
#define view_TITLE    view_title
#define view_TOPOLOGY view_topology
#define view_GROUPS   view_groups
#define view_TIMELINE view_timeline
#define view_LOG      view_log
#define view_ABOUT    view_about
#define view_NARRATION view_narration
#define view_STATUS   view_status
#define view_KEYS     view_keys
/* clang-format on */

const struct view_row views[VIEW_COUNT] = {
#define VIEW(id, name, sentence) { name, sentence, view_##id },
#include "ui/views/views.def"
};
