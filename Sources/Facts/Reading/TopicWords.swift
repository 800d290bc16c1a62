import Vocabulary

/// What a heading says that the text below it is: 指导思想, 下一步打算, 存在问题.
struct TopicWords: Sendable {
    let words: UnitWords

    func topic(_ text: [Unicode.Scalar], _ heading: Range<Int>) -> SentenceUnit.Topic? {
        if words.problemHeadings.contains(text, in: heading) { return .problems }
        if words.planHeadings.contains(text, in: heading) { return .plans }
        if words.principleHeadings.contains(text, in: heading) { return .principles }
        return nil
    }
}
