/// The rows that a question is about, in its order, without a copy of any (筛得行).
struct NarrowedRows: RandomAccessCollection, Sendable {
    let survey: Surveyed
    let places: [Int32]

    var startIndex: Int { 0 }
    var endIndex: Int { places.count }
    subscript(position: Int) -> Surveyed.Row { survey.rows[Int(places[position])] }
}
