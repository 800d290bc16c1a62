#ifndef SUYUAN_CLIBXLSXWRITER_SHIM_H
#define SUYUAN_CLIBXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
