import GRDB

/// A row of a result: `Row` alone would also mean the row of a document's table.
typealias Record = GRDB.Row
