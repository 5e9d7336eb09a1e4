/*
 * libzim with Xapian (peer.h): what Kiwix shows.  Prefixes go to its index of
 * titles, for its full text knows none.  With SNIPPETS in the environment each
 * result of the full text comes with its passage, as Kiwix lists it.
 */
#include <cstdio>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include <zim/archive.h>
#include <zim/error.h>
#include <zim/item.h>
#include <zim/search.h>
#include <zim/suggestion.h>

#include "peer.h"

static std::unique_ptr<zim::Archive> archive;
static std::unique_ptr<zim::Searcher> searcher;
static std::unique_ptr<zim::SuggestionSearcher> titles;

static int
open_file(const char *file)
{
	try {
		archive = std::make_unique<zim::Archive>(file);
		return 0;
	} catch (const std::exception &e) {
		fprintf(stderr, "bench-zim: %s\n", e.what());
		return -1;
	}
}

static void
close_file()
{
	titles.reset();
	searcher.reset();
	archive.reset();
}

static long
article(const char *id)
{
	try {
		auto entry =
		    archive->getEntryByPath(std::string(id) + ".html");

		return (long)entry.getItem(true).getData().size();
	} catch (const std::exception &e) {
		fprintf(stderr, "bench-zim: %s\n", e.what());
		return -1;
	}
}

static long
search(const char *lang, const char *words, bool prefix, size_t limit)
{
	static const bool snippets = getenv("SNIPPETS") != nullptr;
	long count = 0;

	(void)lang;
	try {
		if (prefix) {
			if (titles == nullptr)
				titles = std::make_unique<
				    zim::SuggestionSearcher>(*archive);
			for (auto &r : titles->suggest(words).getResults(0,
				 (int)limit))
				count += !r.getTitle().empty();
			return count;
		}
		if (searcher == nullptr)
			searcher = std::make_unique<zim::Searcher>(*archive);
		auto results = searcher->search(zim::Query(words));
		auto found = results.getResults(0, (int)limit);

		for (auto it = found.begin(); it != found.end(); ++it)
			count += !it.getTitle().empty() &&
			    (!snippets || it.getSnippet().size() < SIZE_MAX);
		return count;
	} catch (const std::exception &e) {
		fprintf(stderr, "bench-zim: %s: %s\n", words, e.what());
		return -1;
	}
}

static int
verify()
{
	return archive->check() ? 0 : -1;
}

extern const struct peer peer = { open_file, close_file, article, search,
	verify };
