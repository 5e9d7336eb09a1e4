/*
 * Where the files of the program are: where they were installed, or, when it
 * runs out of its build folder, beside it.  An installation that lies under
 * another folder as a whole (DESTDIR) looks under that folder.
 */
#ifndef VEREDA_PATHS_H
#define VEREDA_PATHS_H

/*
 * INSTALLED, unless the program does not run from BINDIR and there is a NAME
 * in its own folder: then that.  A folder that only its owner writes to is as
 * good as the program in it, so this lends trust to nobody new.  The caller
 * frees the path.
 */
char *paths_find(const char *installed, const char *name);

/* The folder of the content that came with the program; to be freed. */
char *paths_content(void);

#endif
