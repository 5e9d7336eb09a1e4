/*
 * The work of a search.
 */
#include <config.h>

#include "catalog/search_work.h"

bool
search_work_pay(struct search_work *w, size_t cost)
{
	if (cost > w->left) {
		w->cut = true;
		w->left = 0;
		return false;
	}
	w->left -= cost;
	return true;
}
