import Facts
import Links
import Store

/// What a page on all rows of a matrix has to know before the first of them (表行概要): the documents that they stand in and the bodies that owe
/// them, no words.
public struct MatrixOutline: Sendable {
    public struct Row: Sendable {
        /// Of the requirement.
        public let id: String
        /// Place among `documents`.
        public let document: Int
        public let owners: [Owner]
    }

    /// Each once, in the order of the rows.
    public private(set) var documents: [DocumentLabel] = []
    public private(set) var rows: [Row] = []
    private var places: [String: Int] = [:]

    public init() {}

    public init(_ matrix: Matrix) {
        for row in matrix.rows { add(row.requirement.id, row.requirement.place.document, row.requirement.owners) }
    }

    mutating func add(_ id: String, _ document: DocumentLabel, _ owners: [Owner]) {
        let place = places[document.id] ?? documents.count
        if place == documents.count {
            documents.append(document)
            places[document.id] = place
        }
        rows.append(Row(id: id, document: place, owners: owners))
    }
}

extension Survey {
    /// The outline of its rows.
    func outline() throws -> MatrixOutline {
        var owed: [(key: Int64, element: String, assignments: [Assignment], classes: Set<String>)] = []
        try view.reader.assignments { key, element, assignment, isClass in
            if owed.last?.key != key { owed.append((key, element, [], [])) }
            guard let assignment else { return }
            owed[owed.count - 1].assignments.append(assignment)
            if isClass { owed[owed.count - 1].classes.insert(assignment.name) }
        }
        var outline = MatrixOutline()
        for row in rows {
            var (low, high) = (0, owed.count)
            while low < high {
                let middle = (low + high) / 2
                if owed[middle].key < row.key { low = middle + 1 } else { high = middle }
            }
            guard low < owed.count, owed[low].key == row.key else { continue }
            let document = view.documents[row.document]
            outline.add(
                FactID(document: document.id, element: owed[low].element).description, view.label(document),
                view.owners(owed[low].assignments, classes: owed[low].classes))
        }
        return outline
    }
}
