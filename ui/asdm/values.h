/* What the fields of the ASDM view show: the present value at a unit, from that unit's own configuration and state. */
#ifndef FAILSCOPE_UI_ASDM_VALUES_H
#define FAILSCOPE_UI_ASDM_VALUES_H

#include "ui/asdm/panes.h"

#define PANE_FIELD(set, value, ...) asdm_getter asdm_get_##value;
#include "ui/asdm/fields.def"

/* What no pane shows and a line needs: the mask of an interface, and the MAC addresses that its group gives it, by its
 * table or by default. */
asdm_getter asdm_get_iface_mask, asdm_get_its_active, asdm_get_its_standby;

#endif
