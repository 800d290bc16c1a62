/// What a heading says that the text below it is: 指导思想, 下一步打算, 存在问题.
enum TopicWords {
    static func topic(_ text: ScannedText, _ heading: Range<Int>) -> SentenceUnit.Topic? {
        let words = text.groups(in: heading)
        if words.contains(.problemHeading) { return .problems }
        if words.contains(.planHeading) { return .plans }
        if words.contains(.principleHeading) { return .principles }
        return words.contains(.dutyHeading) ? .duties : nil
    }
}
