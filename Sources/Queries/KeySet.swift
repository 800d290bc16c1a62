/// Some keys of the base, in few bytes (键集).
struct KeySet: Sendable {
    private let keys: [Int64]

    /// - Parameter keys: in ascending order.
    init(_ keys: [Int64]) { self.keys = keys }

    func contains(_ key: Int64) -> Bool {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key
    }
}
