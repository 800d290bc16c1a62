import Provenance

/// Gives the elements of one document their ids (标识): a letter for the kind and a hash of the words, so that a clause keeps its
/// id when text before it changes; equal words are counted in printed order.
struct IdentityRegister {
    private var used: [String: Int] = [:]

    mutating func id(_ prefix: String, for text: String) -> String {
        let base = prefix + ContentHash.shortName(text)
        let count = (used[base] ?? 0) + 1
        used[base] = count
        return count == 1 ? base : "\(base)-\(count)"
    }
}
