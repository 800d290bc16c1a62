import Provenance

/// A line at the head or foot of pages (页眉、页脚).
enum RunningHead {
    /// Its words; nil of a folio, which says nothing but a number.
    static func words(_ line: String) -> String? {
        let words = line.unicodeScalars.filter { !$0.isWhite }
        let isFolio = words.allSatisfy { !$0.properties.isAlphabetic || $0 == "第" || $0 == "共" || $0 == "页" }
        return isFolio ? nil : String(scalars: Array(words))
    }
}
