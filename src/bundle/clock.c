/*
 * The rules of dates (vereda-bundle(5)).  The clock decides banners only;
 * what may be installed depends on the floor alone.
 */
#include <config.h>

#include "bundle/clock.h"

int64_t
clock_floor(int64_t built, int64_t root_created, int64_t editions_created)
{
	int64_t floor = built;

	if (root_created > floor)
		floor = root_created;
	if (editions_created > floor)
		floor = editions_created;
	return floor;
}

static enum clock_banner
banner_for(int64_t now, int64_t floor, const struct clock_dates *dates)
{
	int64_t at_least = now > floor ? now : floor;

	if (floor > dates->expires)
		return CLOCK_PROVED;
	if (at_least > dates->expires)
		return CLOCK_PAST;
	if (at_least > dates->stale_after)
		return CLOCK_AGED;
	return CLOCK_FRESH;
}

struct clock_verdict
clock_judge(int64_t now, int64_t floor, const struct clock_dates *dates,
    bool installed)
{
	enum clock_banner banner = banner_for(now, floor, dates);

	return (struct clock_verdict){
		.banner = banner,
		.clock_is_wrong = now < floor,
		.may_install = banner != CLOCK_PROVED || !installed,
		.warn_installer = banner == CLOCK_PAST ||
		    (banner == CLOCK_PROVED && !installed),
	};
}
