#ifndef SUYUAN_CLIBARCHIVE_SHIM_H
#define SUYUAN_CLIBARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

/// Octal constants with casts, which Swift does not import.
static inline int suyuan_archive_is_file(struct archive_entry *entry) { return archive_entry_filetype(entry) == AE_IFREG; }
static inline int suyuan_archive_is_folder(struct archive_entry *entry) { return archive_entry_filetype(entry) == AE_IFDIR; }
static inline void suyuan_archive_set_file(struct archive_entry *entry) { archive_entry_set_filetype(entry, AE_IFREG); }

#endif
