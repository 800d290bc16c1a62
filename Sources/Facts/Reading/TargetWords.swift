import Vocabulary

/// The words beside a figure that make it a target (目标用语), from the groups `target.*` of `Ontology/markers.xml`. They are asked for beside
/// figures of demands only, so they are no part of the scan of a whole text.
final class TargetWords: Sendable {
    /// Verbs that name what is counted together with their object; more of them at the head of what is said.
    let making, opening: PhraseSet
    /// Verbs whose subject is the indicator; of those the ones that bound from above, and the ones that a figure itself does not satisfy.
    let reaching, ceiling, exceeding: PhraseSet
    /// Of them the ones that name a fall: 下降, 减少. They belong to what is measured.
    let falling: PhraseSet
    /// Before what a figure is compared with: 高于上年, 较上年.
    let relating, comparing: PhraseSet
    /// Behind it: 在上年基础上.
    let basis: PhraseSet
    let completing, granting, fines, notCounting: PhraseSet
    let rateNouns, targetNouns, durations: PhraseSet
    /// Behind a figure that says how wide or deep something is.
    let dimensions: PhraseSet
    /// 分别 between names and their figures.
    let pairing: PhraseSet
    /// Figures that are not printed: 平均水平, 省定任务.
    let references, averages, assigned, tasks: PhraseSet
    /// Words beside an indicator that are none of its name.
    let indicatorNoise: PhraseSet

    init(_ markers: Markers) {
        func set(_ ids: String...) -> PhraseSet { PhraseSet(ids.flatMap { markers.group("target." + $0) }) }
        making = set("making")
        opening = set("making", "opening")
        reaching = set("reaching")
        ceiling = set("ceiling")
        exceeding = set("exceeding")
        falling = set("falling")
        basis = set("basis")
        dimensions = set("dimension")
        pairing = set("pairing")
        relating = set("relating")
        comparing = set("comparing")
        completing = set("completing")
        granting = set("granting")
        fines = set("fine")
        notCounting = set("notCounting")
        rateNouns = set("rate")
        targetNouns = set("noun")
        durations = set("duration")
        averages = set("average")
        assigned = set("assigned")
        references = set("average", "assigned")
        tasks = set("task")
        indicatorNoise = set("noise")
    }
}
