import Facts

/// How a reporting body stands to a body that owes a duty (责任单位与报送单位).
enum BodyRelation {
    /// It is that body.
    case same
    /// It has the same function at a lower level: 昆明市人社局 to 省人社厅.
    case below

    init?(_ actor: BodyMention, owes assignment: Assignment) {
        if let ref = actor.ref, let body = assignment.body {
            if ref == body {
                self = .same
            } else if let slash = ref.utf8.firstIndex(of: UInt8(ascii: "/")), let other = body.utf8.firstIndex(of: UInt8(ascii: "/")),
                ref.utf8[slash...].elementsEqual(body.utf8[other...]), DivisionScope.isWithin(String(ref[..<slash]), String(body[..<other]))
            {
                self = .below
            } else {
                return nil
            }
        } else if !assignment.name.isEmpty, actor.name == assignment.name || actor.official == assignment.name {
            self = .same
        } else {
            return nil
        }
    }
}
