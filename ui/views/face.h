/* How a thing looks: its mark, its word, its style; the legend of the whole program in one place. */
#ifndef FAILSCOPE_UI_VIEWS_FACE_H
#define FAILSCOPE_UI_VIEWS_FACE_H

#include "sim/sim.h"
#include "ui/canvas.h"
#include "ui/views/view.h"

struct face {
	const char *mark; /* one cell */
	const char *word; /* short, in capitals */
	enum style style;
};

/* A unit's machine of a group, as it is; a unit that does not run has the face of that. */
struct face face_group(const struct sim *s, uint32_t unit, uint32_t group);

/* Is a machine of that style drawn as a filled bar, as one that has the group or moves? */
bool face_filled(enum style style);

/* What the unit takes its mate's machine for. */
struct face face_belief(const struct sim *s, uint32_t unit, uint32_t group);

/* Is that what the mate's machine is?  (Active, standing by, failed, or neither.) */
bool face_belief_true(const struct sim *s, uint32_t unit, uint32_t group);

/* One unit's end of an interface. */
struct face face_side(const struct sim *s, uint32_t unit, uint32_t iface);

/* The hue of a group. */
enum style face_hue(uint32_t group);

/* A port's short name: "g0/3" of GigabitEthernet0/3. Returns `out`. */
const char *face_port(const char *port, char *out, size_t size);

/* Who holds a group now: the unit, or one of these. */
enum { HOLDER_NONE = UNIT_COUNT, HOLDER_BOTH };
uint32_t face_holder(const struct sim *s, uint32_t group);

/* Did anything about it change in this step (the scene's changed entries)? */
bool face_group_changed(const struct scene *scene, uint32_t unit, uint32_t group);
bool face_side_changed(const struct scene *scene, uint32_t unit, uint32_t iface);

/* Does a cut, a black hole or one way lie on this leg or cable end? NULL where nothing does. */
const char *face_leg_mark(uint32_t faults);

#endif
