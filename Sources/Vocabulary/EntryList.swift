/// Entries with ids in the order in which they came: what an office's folder says again takes the shipped entry's place.
struct EntryList<Value> {
    private(set) var values: [Value] = []
    private var places: [String: Int] = [:]
    private var folders: [Int] = []
    /// Ids that one folder gives twice.
    private(set) var duplicates: [String] = []

    subscript(id: String) -> Value? { places[id].map { values[$0] } }

    /// `merge` makes the new value from the one that stands there and the one that comes.
    mutating func put(_ id: String, _ value: Value, folder: Int, merge: (Value, Value) -> Value = { $1 }) {
        if let place = places[id] {
            if folders[place] == folder { duplicates.append(id) }
            values[place] = merge(values[place], value)
            folders[place] = folder
        } else {
            places[id] = values.count
            values.append(value)
            folders.append(folder)
        }
    }
}

extension [String] {
    /// These and those of `others` that are not among them.
    func union(_ others: [String]) -> [String] {
        var seen = Set(self)
        return self + others.filter { seen.insert($0).inserted }
    }
}
