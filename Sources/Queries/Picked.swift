import Links
import Store

/// What is shown of the links of a requirement where not all of them are (佐证摘选): the latest progress, the latest problems, the strongest
/// indirect material. Of a hundred thousand requirements a few have ten thousand reports each; all of them are there for whoever traces the
/// requirement.
struct Picked: Sendable {
    /// How many of each are kept, as many as a workbook shows.
    static let most = 4
    /// Of indirect material, which shows what is near and no more.
    static let mostIndirect = 2

    struct Link: Sendable {
        let evidence: Int64
        let strength: Double
        let status: Links.Link.Status
        let isContradiction: Bool
        let isImplementing: Bool
    }

    /// Progress, then problems, then indirect material.
    private let links: [Link]
    private let progressEnd, problemsEnd: UInt16
    /// How many there are of each.
    let progressCount, problemsCount: Int32
    /// Evidence that may measure a target, as far as the links themselves tell; ascending.
    let measuring: [Int64]

    var progress: ArraySlice<Link> { links[..<Int(progressEnd)] }
    var problems: ArraySlice<Link> { links[Int(progressEnd)..<Int(problemsEnd)] }
    var indirect: ArraySlice<Link> { links[Int(problemsEnd)...] }

    /// - Parameters:
    ///   - told: everything reported on the requirement.
    ///   - hasTargets: whether what measures a target is kept.
    ///   - isProblem: whether evidence of a key is a reported problem.
    init(
        _ told: [ToldReport], hasTargets: Bool, most: Int = Self.most, mostIndirect: Int = Self.mostIndirect, in documents: DocumentSet,
        isProblem: (Int64) throws -> Bool
    ) rethrows {
        var progress = Best(documents, most)
        var problems = Best(documents, most)
        var indirect = Best(documents, mostIndirect)
        var measuring: [Int64] = []
        for one in told {
            if one.report.counts {
                let day = one.report.signal.day ?? .min
                if try one.isContradiction || isProblem(one.evidence) { problems.add(one, day) } else { progress.add(one, day) }
                if hasTargets, one.report.signal.kind != .ongoing || one.isRead { measuring.append(one.evidence) }
            } else if one.report.status != .rejected {
                indirect.add(one, 0)
            }
        }
        links = progress.links + problems.links + indirect.links
        progressEnd = UInt16(clamping: progress.links.count)
        problemsEnd = UInt16(clamping: progress.links.count + problems.links.count)
        (progressCount, problemsCount) = (Int32(clamping: progress.count), Int32(clamping: problems.count))
        measuring.sort()
        self.measuring = measuring
    }

    /// The first of some, by day, then by strength, then by document and place.
    private struct Best {
        private let documents: DocumentSet
        private var best: [(one: ToldReport, day: Int)] = []
        private let most: Int
        private(set) var count = 0

        init(_ documents: DocumentSet, _ most: Int) { (self.documents, self.most) = (documents, most) }

        var links: [Link] {
            best.map { found in
                Link(
                    evidence: found.one.evidence, strength: found.one.strength, status: found.one.report.status,
                    isContradiction: found.one.isContradiction, isImplementing: found.one.isImplementing)
            }
        }

        mutating func add(_ one: ToldReport, _ day: Int) {
            count += 1
            if best.count == most, let last = best.last {
                guard isBefore((one, day), last) else { return }
                best.removeLast()
            }
            var place = best.count
            while place > 0, isBefore((one, day), best[place - 1]) { place -= 1 }
            best.insert((one, day), at: place)
        }

        private func isBefore(_ left: (one: ToldReport, day: Int), _ right: (one: ToldReport, day: Int)) -> Bool {
            if left.day != right.day { return left.day > right.day }
            if left.one.strength != right.one.strength { return left.one.strength > right.one.strength }
            if left.one.document != right.one.document { return documents.id(at: left.one.document) < documents.id(at: right.one.document) }
            return left.one.evidence < right.one.evidence
        }
    }
}
