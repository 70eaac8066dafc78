/* What the fields of the ASDM view show: the present value at a unit, from that unit's own configuration and state. */
#ifndef FAILSCOPE_UI_ASDM_VALUES_H
#define FAILSCOPE_UI_ASDM_VALUES_H

#include "ui/asdm/panes.h"

#define PANE_FIELD(set, value, ...) asdm_getter asdm_get_##value;
#include "ui/asdm/fields.def"

/* The mask of an interface, which no pane shows and a line needs. */
asdm_getter asdm_get_iface_mask;

#endif
