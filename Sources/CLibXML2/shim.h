#ifndef SUYUAN_CLIBXML2_SHIM_H
#define SUYUAN_CLIBXML2_SHIM_H

// Debian's libxml2 exposes the system ICU, whose enums clash with Foundation's: switch that part of the headers off first.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlIO.h>

/// The flag words of the parser, which Swift sees as enums of another type.
enum { SUYUAN_XML_SAFE_OPTIONS = XML_PARSE_NONET | XML_PARSE_COMPACT };
enum { SUYUAN_HTML_SAFE_OPTIONS = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT };

/// xmlFree is a function pointer variable, which Swift 6 cannot read safely.
static inline void suyuan_xml_free(void *pointer) { xmlFree(pointer); }

#endif
