import CLibXML2

/// Numbers the names of one parser run. libxml2 keeps each name once, so the pointer stands for the name.
struct NameTable {
    private struct Key: Hashable {
        let local: UnsafePointer<xmlChar>
        let namespace: UnsafePointer<xmlChar>?
    }

    private(set) var names: [XMLName] = []
    private var numbers: [Key: Int32] = [:]
    private var numbersByName: [XMLName: Int32] = [:]
    /// Attributes recur in the same order element after element, so the last few answers settle most questions.
    private var recent: [(key: Key, number: Int32)] = []
    private var next = 0

    mutating func index(of local: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?) -> Int32 {
        let key = Key(local: local, namespace: namespace)
        for entry in recent where entry.key == key { return entry.number }
        let number = lookUp(key)
        if recent.count < 16 {
            recent.append((key, number))
        } else {
            recent[next] = (key, number)
            next = (next + 1) % 16
        }
        return number
    }

    private mutating func lookUp(_ key: Key) -> Int32 {
        if let number = numbers[key] { return number }
        let name = XMLName(
            String(cString: key.local), namespace: key.namespace.map { String(cString: $0) })
        // A namespace declared twice may have two pointers and is still one name.
        let number = numbersByName[name] ?? Int32(names.count)
        if Int(number) == names.count {
            names.append(name)
            numbersByName[name] = number
        }
        numbers[key] = number
        return number
    }
}
