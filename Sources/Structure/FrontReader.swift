import Provenance
import Vocabulary

/// Reads 版头 and the title block: what stands before the text of a document, in any order that offices use.
struct FrontReader {
    let words: StructureWords

    struct Front {
        var fields: [DraftField] = []
        var genre: Genre?
        var isBulletin = false
        /// The titles of the 目录, to be found again in the text.
        var contents = ContentsList()

        /// 《…的通知》, | …的通知 |: what a page put around the title is none of it.
        mutating func unquoteTitle(_ assembly: inout Assembly) {
            for index in fields.indices where fields[index].name == .title {
                let (pieces, marks) = fields[index].pieces.unquoted(in: assembly.text)
                fields[index].pieces = pieces
                assembly.add(furniture: marks)
            }
        }

        /// Puts what stands above the document before what it says itself.
        mutating func take(_ metadata: [DraftField], _ words: StructureWords, _ text: [Unicode.Scalar]) {
            if genre == nil, let title = metadata.first(where: { $0.name == .title }) { genre = words.genre(ofTitle: Glimpse(title.pieces.unquoted(in: text).pieces, in: text).scalars) }
            fields = metadata + fields
        }
    }

    func read(_ paragraphs: inout ArraySlice<Paragraph>, layout: Layout, into assembly: inout Assembly) -> Front {
        let text = assembly.text
        let horizon = FrontHorizon(words: words)
        let bound = horizon.index(in: paragraphs)
        let echoes = EchoedLines(paragraphs, before: bound ?? runningText(in: paragraphs), words: words).indices
        let (usual, end) = scan(paragraphs, text, echoes, bound: bound)
        // The usual order of lines does not lead to where the text begins; an order (令) above its regulation has a text of its own.
        let hasTitle = usual.fields.contains { $0.name == .title }
        if let bound, !hasTitle || end < bound && !paragraphs[end..<bound].contains(where: \.endsSentence) {
            var front = BoundedFront(words: words, text: text, echoes: echoes, simpleField: { simpleField($0, text: text) }).read(paragraphs, before: bound)
            paragraphs = paragraphs[bound...]
            if let first = paragraphs.first, first.numbering == nil {
                front.fields.append(DraftField(.addressee, first.pieces))
                paragraphs = paragraphs.dropFirst()
            }
            return front
        }
        paragraphs = paragraphs[end...]
        return usual
    }

    /// The first paragraph that is no line of a front.
    private func runningText(in paragraphs: ArraySlice<Paragraph>) -> Int {
        paragraphs.indices.prefix(FrontHorizon.reach).first { paragraphs[$0].endsSentence || paragraphs[$0].numbering != nil || !paragraphs[$0].isShort }
            ?? paragraphs.indices.prefix(FrontHorizon.reach).last.map { $0 + 1 } ?? paragraphs.startIndex
    }

    /// The front in the orders that offices use, and the first paragraph behind it.
    private func scan(_ paragraphs: ArraySlice<Paragraph>, _ text: [Unicode.Scalar], _ echoes: Set<Int>, bound: Int?) -> (Front, end: Int) {
        var front = Front()
        let metadata = MetadataReader(words: words)
        let masthead = BulletinMasthead(words: words)
        var hasTitle = false
        /// Lines not yet known to be issuer or title.
        var pending: [Paragraph] = []
        var end = paragraphs.startIndex

        func settle(as name: OutlineField.Name) {
            if name == .title { settleAboveTitle() }
            guard !pending.isEmpty else { return }
            let whole = Pieces(pending.flatMap(\.pieces.ranges))
            if name == .title, let place = numberInBracket(whole, text) {
                // 重点工作任务|（|甲政发〔2031〕3号|）
                let (title, bracket) = whole.split(at: place.lowerBound, in: text)
                let (open, rest) = bracket.split(at: place.lowerBound + 1, in: text)
                let (number, close) = rest.split(at: place.upperBound, in: text)
                front.fields += [DraftField(.title, title), DraftField(.masthead, open), DraftField(.number, number), DraftField(.masthead, close)]
            } else {
                front.fields.append(DraftField(name, whole))
            }
            if name == .title {
                hasTitle = true
                let title = Glimpse(Pieces(pending.flatMap(\.pieces.ranges)), in: text)
                front.genre = words.genre(ofTitle: title.scalars) ?? front.genre
            }
            pending = []
        }

        // 有效, and 江苏省甲市人民政府 over 甲市人民政府关于…的通知, are none of the title.
        func settleAboveTitle() {
            while pending.count > 1, let first = pending.first, let title = pending.dropFirst().first, words.genre(ofTitle: title.head.scalars) != nil,
                let about = words.about.first(in: 0..<title.head.count, of: title.head.scalars)
            {
                let issuer = title.head.scalars[..<about.lowerBound]
                let isName = issuer.count > 3 && first.head.scalars.count >= issuer.count && first.head.scalars.suffix(issuer.count).elementsEqual(issuer)
                guard isName || first.length <= 4 && !isIssuer(first.head) else { return }
                front.fields.append(DraftField(isName ? .issuer : .masthead, first.pieces))
                pending.removeFirst()
            }
        }

        func settleIssuers() {
            for paragraph in pending {
                front.fields.append(DraftField(isIssuer(paragraph.head) ? .issuer : .masthead, paragraph.pieces))
            }
            pending = []
        }

        scan: while end < paragraphs.endIndex, end < paragraphs.startIndex + 40 {
            let paragraph = paragraphs[end]
            let head = paragraph.head
            if echoes.contains(end) {
                if titleEnds(pending, text: text) { settle(as: .title) } else { settleIssuers() }
                front.fields.append(DraftField(.note, paragraph.pieces))
                end += 1
                continue
            }
            if let (contents, next) = ContentsList.read(paragraphs, at: end, words: words, text: text) {
                settle(as: front.fields.isEmpty && !hasTitle ? .title : .masthead)
                for entry in paragraphs[end..<next] { front.fields.append(DraftField(.contents, entry.pieces)) }
                front.contents = contents
                // A regulation and a plan have a 目录 too.
                front.isBulletin = front.genre.map { $0.purpose == .bulletin } ?? true
                end = next
                break scan
            }
            if let fields = simpleField(paragraph, text: text) {
                if fields.contains(where: { $0.name == .number }) {
                    // Over the number stand the title, or the bodies that issue it together.
                    if titleEnds(pending, text: text) { settle(as: .title) } else { settleIssuers() }
                }
                if fields.contains(where: { $0.name == .issueNumber }) {
                    settle(as: .title)
                    // Minutes (纪要) count their issues too.
                    front.isBulletin = front.genre?.purpose != .directive
                }
                settle(as: .masthead)
                front.fields += fields
                end += 1
                continue
            }
            if hasTitle || !pending.isEmpty, let fields = metadata.read(paragraph, text: text), fields.contains(where: \.isMetadata) {
                if hasTitle { settleIssuers() } else { settle(as: .title) }
                front.fields += fields
                end += 1
                continue
            }
            if words.pageLines.isLabelled(paragraph) {
                if hasTitle { settleIssuers() } else { settle(as: .title) }
                front.fields.append(DraftField(.note, paragraph.pieces))
                end += 1
                continue
            }
            if let (issuer, date) = ClosingReader(words: words).signatureLine(paragraph, text: text) {
                let before = pending.flatMap(\.pieces.ranges)
                pending = []
                // 协调小组办公室编
                let (name, edited) = masthead.editorMark(issuer, text: text).map { issuer.split(at: $0, in: text) } ?? (issuer, Pieces([]))
                front.fields.append(DraftField(.issuer, Pieces(before + name.ranges)))
                if !edited.isEmpty { front.fields.append(DraftField(.masthead, edited)) }
                front.fields.append(DraftField(.date, date))
                // Minutes (纪要) have such a line too.
                front.isBulletin = front.genre?.purpose != .directive
                end += 1
                continue
            }
            if hasTitle, front.isBulletin, pending.isEmpty,
                let fields = masthead.fields(paragraph, isLast: end + 1 < paragraphs.endIndex && ContentsList.opens(paragraphs[end + 1], words: words), text: text)
            {
                front.fields += fields
                end += 1
                continue
            }
            if hasTitle || titleEnds(pending, text: text), ClosingReader.isBracketedDate(head) {
                settle(as: hasTitle ? .issuer : .title)
                front.fields.append(DraftField(.date, paragraph.pieces))
                end += 1
                continue
            }
            // （试行）, （2031年第三季度） go on with the title.
            if titleEnds(pending, text: text), isBracketed(paragraph), !isAdoption(paragraph) {
                pending.append(paragraph)
                end += 1
                continue
            }
            if ClosingReader.isDate(head), !pending.isEmpty || hasTitle || front.isBulletin {
                if !hasTitle { settle(as: .title) } else { settle(as: .issuer) }
                front.fields.append(DraftField(.date, paragraph.pieces))
                end += 1
                continue
            }
            if isAddressee(paragraph), hasTitle || !pending.isEmpty, bound.map({ end >= $0 }) ?? true {
                settle(as: .title)
                front.fields.append(DraftField(.addressee, paragraph.pieces))
                end += 1
                break scan
            }
            if isAdoption(paragraph), hasTitle || !pending.isEmpty {
                settle(as: .title)
                front.fields.append(DraftField(.note, paragraph.pieces))
                end += 1
                continue
            }
            if pending.isEmpty, !hasTitle, words.attachmentWords.length(at: 0, in: head.scalars, limit: head.count) == head.count {
                front.fields.append(DraftField(.attachment, paragraph.pieces))
                end += 1
                continue
            }
            if let issuer = issuerMark(head), !hasTitle {
                settleIssuers()
                // 行政规范性文件 says of what sort it is.
                guard words.categories.length(endingAt: head.count, in: head.scalars, from: 0) == nil else {
                    front.fields.append(DraftField(.masthead, paragraph.pieces))
                    end += 1
                    continue
                }
                let (name, rest) = paragraph.pieces.split(at: head.offset(after: issuer, in: text), in: text)
                front.fields.append(DraftField(.issuer, name))
                front.fields.append(DraftField(.masthead, rest))
                end += 1
                continue
            }
            // A report of figures, and a bulletin, has its body and its day below the title.
            if hasTitle, pending.isEmpty, front.isBulletin || front.genre?.purpose == .report, standsOverDay(paragraph, end, paragraphs) {
                pending = [paragraph]
                end += 1
                continue
            }
            if hasTitle || titleEnds(pending, text: text), isAuthor(paragraph, over: end + 1 < paragraphs.endIndex ? paragraphs[end + 1] : nil),
                (hasTitle ? front.genre : words.genre(ofTitle: Glimpse(Pieces(pending.flatMap(\.pieces.ranges)), in: text).scalars))?.purpose == .report
            {
                settle(as: hasTitle ? .issuer : .title)
                front.fields.append(DraftField(.issuer, paragraph.pieces))
                end += 1
                continue
            }
            // 1 总则, and the labels of a table, begin the text.
            if !pending.isEmpty, words.columnLabels.contains(ExactText(head.string)) || Numbering(bare: head) != nil { break scan }
            // 甲市人民政府专题会议纪要 over 关于…的会议纪要
            if hasTitle, pending.isEmpty, let genre = front.genre, genre.purpose == .directive, paragraph.looksLikeHeading(limit: 80),
                words.genre(ofTitle: head.scalars)?.type == genre.type, let name = front.fields.firstIndex(where: { $0.name == .title }),
                words.about.first(in: 0..<head.count, of: head.scalars) != nil,
                case let above = Glimpse(front.fields[name].pieces, in: text), words.about.first(in: 0..<above.count, of: above.scalars) == nil
            {
                front.fields[name].name = .masthead
                front.fields.append(DraftField(.title, paragraph.pieces))
                end += 1
                continue
            }
            guard !hasTitle, paragraph.looksLikeHeading(limit: 60) || standsOverPageLine(paragraph, end, paragraphs) || isLongTitle(paragraph), paragraph.numbering == nil, head.scalars.first != "【" || pending.isEmpty
            else { break scan }
            if titleEnds(pending, text: text) {
                settle(as: .title)
                guard standsOverDay(paragraph, end, paragraphs), front.genre?.purpose == .report else { break scan }
            }
            pending.append(paragraph)
            end += 1
            if words.issueNames.length(endingAt: head.count, in: head.scalars, from: 0) != nil, pending.count == 1, head.count <= 24 {
                front.isBulletin = true
                settle(as: .title)
            }
        }
        // Lines that no title word, number or addressee has explained: a first line over a text is its title.
        if !pending.isEmpty {
            if hasTitle || (!titleEnds(pending, text: text) && !isTitleOver(pending, paragraphs, end)) {
                end -= pending.count
                pending = []
            } else {
                settle(as: .title)
            }
        }
        return (front, end)
    }

    /// 甲市发展和改革委员会 甲市财政局 甲市住房和城乡建设局关于印发…的通知
    private func isLongTitle(_ paragraph: Paragraph) -> Bool {
        paragraph.looksLikeHeading(limit: Paragraph.headLength) && words.genre(ofTitle: paragraph.head.scalars) != nil
            && words.about.first(in: 0..<paragraph.head.count, of: paragraph.head.scalars) != nil
    }

    /// 市人社局：前三季度新增就业3.2万人 is a title where a site prints below it when it was put up.
    private func standsOverPageLine(_ paragraph: Paragraph, _ index: Int, _ paragraphs: ArraySlice<Paragraph>) -> Bool {
        paragraph.length <= 60 && !paragraph.endsSentence && index + 1 < paragraphs.endIndex
            && words.pageLines.isLabelled(paragraphs[index + 1])
    }

    /// A line that may be a body, and a day below it, in brackets or not.
    private func standsOverDay(_ paragraph: Paragraph, _ index: Int, _ paragraphs: ArraySlice<Paragraph>) -> Bool {
        guard index + 1 < paragraphs.endIndex, paragraph.looksLikeHeading(limit: 40), Numbering(paragraph.head) == nil else { return false }
        let below = paragraphs[index + 1].head
        return ClosingReader.isDate(below) || ClosingReader.isBracketedDate(below)
    }

    /// 市水务局调研组 between the title of a report and its text.
    private func isAuthor(_ paragraph: Paragraph, over next: Paragraph?) -> Bool {
        guard let next, next.numbering == nil, next.endsSentence, !next.isShort || next.length > 30 else { return false }
        return paragraph.length <= 24 && paragraph.looksLikeHeading(limit: 24) && words.namesBody(paragraph.head.scalars)
    }

    /// A short line that is all in brackets.
    private func isBracketed(_ paragraph: Paragraph) -> Bool {
        let text = paragraph.head.scalars
        return paragraph.length <= 20 && paragraph.numbering == nil && text.first == "（" && text.firstIndex(of: "）") == text.count - 1
    }

    /// The pending lines make a title that ends in a 文种.
    private func titleEnds(_ pending: [Paragraph], text: [Unicode.Scalar]) -> Bool {
        guard !pending.isEmpty else { return false }
        return words.genre(ofTitle: Glimpse(Pieces(pending.flatMap(\.pieces.ranges)), in: text, limit: 200).scalars) != nil
    }

    /// One or two heading lines, then a paragraph of text, a dateline or a number.
    private func isTitleOver(_ pending: [Paragraph], _ paragraphs: ArraySlice<Paragraph>, _ end: Int) -> Bool {
        guard pending.count <= 3, end < paragraphs.endIndex else { return false }
        let next = paragraphs[end]
        return next.endsSentence || next.numbering != nil || next.length > 60 || words.columnLabels.contains(ExactText(next.head.string))
    }

    /// 份号, 密级, 紧急程度, 发文字号 with 签发人, 期号.
    private func simpleField(_ paragraph: Paragraph, text: [Unicode.Scalar]) -> [DraftField]? {
        let head = paragraph.head
        let scalars = head.scalars
        guard paragraph.length <= 60 else { return nil }
        if scalars.count == 6, scalars.allSatisfy(\.isDigit) { return [DraftField(.copyNumber, paragraph.pieces)] }
        if let length = words.classifications.length(at: 0, in: scalars, limit: scalars.count),
            length == scalars.count || scalars[length] == "★" || scalars[length] == "☆" || scalars[length].isDigit
        {
            return [DraftField(.classification, paragraph.pieces)]
        }
        if paragraph.length <= words.longestLabel, words.urgencies.contains(ExactText(head.string)) { return [DraftField(.urgency, paragraph.pieces)] }
        // 〔2031〕8号 of minutes, whose name stands above it.
        let isOpen = scalars.first.map(DocumentNumber.isOpening) ?? false
        if DocumentNumber.isSerial(scalars) || DocumentNumber.isBare(scalars) || isOpen && DocumentNumber.end(in: scalars, openAt: 0) == scalars.count { return [DraftField(.number, paragraph.pieces)] }
        if let end = DocumentNumber.end(in: scalars), scalars[..<end].first != "《" {
            if end == scalars.count { return [DraftField(.number, paragraph.pieces)] }
            let (number, rest) = paragraph.pieces.split(at: head.offset(after: end, in: text), in: text)
            let after = Glimpse(rest, in: text)
            if words.signers.begins(after) { return [DraftField(.number, number), DraftField(.signer, rest)] }
            // 青水函〔2031〕6号　　　　办理结果：B
            let isApart = head.origin(of: end, in: text) - head.origin(of: end - 1, in: text) > 2
            return isApart && after.count <= Self.longestMark && after.scalars.contains("：") ? [DraftField(.number, number), DraftField(.note, rest)] : nil
        }
        if words.signers.begins(head) { return [DraftField(.signer, paragraph.pieces)] }
        if isIssueNumber(scalars) {
            return [DraftField(.issueNumber, paragraph.pieces)]
        }
        if scalars.count <= 8, words.notices.begins(head) { return [DraftField(.masthead, paragraph.pieces)] }
        return nil
    }

    /// Visible characters of what a reply to deputies notes beside its number.
    private static let longestMark = 14

    /// 第12期, （总第40期）, 2022年第3期, 20期
    private func isIssueNumber(_ scalars: [Unicode.Scalar]) -> Bool {
        if scalars.count <= 5, scalars.last == "期", scalars.dropLast().allSatisfy(\.isDigit), scalars.count > 1 { return true }
        guard scalars.count <= 24, scalars.last == "期" || scalars.last == "）", scalars.contains("期"), scalars.contains("第") else { return false }
        return scalars.allSatisfy { $0.isDigit || PrintedNumeral.value($0) != nil || "第期（）〔〕总年十百号增刊".unicodeScalars.contains($0) }
    }

    /// The bracket in which a title ends in its number, without the mark that closes it.
    private func numberInBracket(_ title: Pieces, _ text: [Unicode.Scalar]) -> Range<Int>? {
        let printed = Glimpse(title, in: text)
        guard printed.scalars.last == "）", let open = printed.scalars.lastIndex(of: "（"), open > 6,
            let end = DocumentNumber.end(in: Array(printed.scalars[(open + 1)...])), open + 1 + end == printed.count - 1
        else { return nil }
        return printed.origin(of: open, in: text)..<printed.origin(of: printed.count - 1, in: text)
    }

    /// 各州、市人民政府：
    private func isAddressee(_ paragraph: Paragraph) -> Bool {
        guard paragraph.last == "：" || paragraph.last == ":", paragraph.length >= 3, paragraph.length <= 200 else { return false }
        // 现将情况报告如下：, 2031年重点抓了以下工作： open the text.
        if words.textOpenings.first(in: 0..<paragraph.head.count, of: paragraph.head.scalars) != nil { return false }
        return !paragraph.head.scalars.contains("。") && words.datelineEnd(paragraph.head) == nil && paragraph.numbering == nil
    }

    /// （2017年12月1日省人大常委会通过）
    private func isAdoption(_ paragraph: Paragraph) -> Bool {
        let scalars = paragraph.head.scalars
        guard paragraph.length <= 120, paragraph.last != "。", scalars.contains("年"), let first = scalars.first,
            first == "（" || first == "(" || first.isDigit
        else { return false }
        return words.adoption.contains(scalars, in: 0..<scalars.count)
    }

    /// 云南省总工会文件: how many characters name the issuer.
    private func issuerMark(_ head: Glimpse) -> Int? {
        guard head.count > 4, head.count <= 40, let length = words.mastheads.length(endingAt: head.count, in: head.scalars, from: 0),
            !head.scalars.contains(where: { $0 == "《" || $0 == "，" || $0 == "。" })
        else { return nil }
        return head.count - length
    }

    /// A name, and no line of a site: 其他, 014180233/2031-00031, 2031-03-09.
    private func isIssuer(_ head: Glimpse) -> Bool {
        if words.mastheads.length(at: 0, in: head.scalars, limit: head.count) == head.count { return false }
        return head.count > 2 && !head.scalars.contains(where: { $0 == "/" || $0 == "：" }) && head.scalars.count(where: \.isHan) * 2 > head.count
    }
}

extension StructureWords {
    /// The end of a dateline (央视网消息（新闻联播）：) in visible characters, where a paragraph begins with one.
    func datelineEnd(_ head: Glimpse) -> Int? {
        let limit = min(head.count, 30)
        guard let colon = head.scalars[..<limit].firstIndex(where: { $0 == "：" || $0 == ":" || $0 == "，" || $0 == "。" }), colon > 2,
            head.scalars[colon] == "：" || head.scalars[colon] == ":"
        else { return nil }
        return datelines.length(endingAt: colon, in: head.scalars, from: 0) != nil ? colon + 1 : nil
    }
}
