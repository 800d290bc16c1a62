import Facts

/// Regions as the ids of bodies carry them (地区): `CN-5301/hrss` is of `CN-5301`, which lies in `CN-53` and in `CN`.
public enum DivisionScope {
    /// The division in a body's id; nil for bodies outside of the system of divisions.
    public static func division(of ref: String) -> String? {
        let head = ref.prefix { $0 != "/" }
        return head == "CN" || head.hasPrefix("CN-") ? String(head) : nil
    }

    /// The divisions of several bodies, sorted, each once.
    static func of(_ bodies: [BodyMention]) -> [String] {
        Set(bodies.compactMap { $0.ref.flatMap(division(of:)) }).sorted()
    }

    /// Whether `inner` is `outer` or lies in it.
    public static func isWithin(_ inner: String, _ outer: String) -> Bool {
        inner == outer || outer == "CN" || inner.hasPrefix(outer)
    }
}
