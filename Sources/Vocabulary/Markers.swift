/// Words that show what a sentence does (标志词): modality, action, plan, problem, role, deadline. Groups bear ids such as
/// `modality.must`.
public struct Markers: Hashable, Sendable {
    private let groups: [String: [String]]

    public init(_ groups: [String: [String]] = [:]) { self.groups = groups }

    /// The words of a group in the order of the file; none where there is no such group.
    public func group(_ id: String) -> [String] { groups[id] ?? [] }

    public var ids: [String] { groups.keys.sorted() }

    /// Groups whose id begins so: `modality` gives `modality.must`, `modality.may` …
    public func groups(under prefix: String) -> [(id: String, words: [String])] {
        ids.filter { $0 == prefix || $0.hasPrefix(prefix + ".") }.map { ($0, group($0)) }
    }
}
