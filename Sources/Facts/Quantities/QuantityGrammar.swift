import Vocabulary

/// The wording of figures (数量的写法): reads the number at a place with its unit and the words of approximation around it.
struct QuantityGrammar {
    let text: TextWindow
    let index: MeasureIndex

    struct Match {
        var start: Int
        var next: Int
        var value: ExactDecimal
        var unit: String
        var comparator: String
    }

    /// A number with what multiplies it.
    struct Number {
        var value: ExactDecimal
        var next: Int
        var isChinese: Bool
        /// As an integer, of Chinese numbers.
        var count = 0
        /// 百 or 千 with nothing before it: a figure only with a word of approximation (百人以上, not 百姓).
        var isBare = false
        /// The power of ten by which 万 and 亿 multiply.
        var exponent = 0
        var comparator: String?
    }

    /// Adds the figure at `start`, or both ends of a range of figures, unless it reaches beyond `limit`. A numeral at `start` has a
    /// follower behind it: see `MeasureIndex.signs`.
    ///
    /// - Returns: where it ends; nil where there is none.
    func read(at start: Int, before limit: Int, into found: inout [FoundQuantity]) -> Int? {
        guard stands(at: start) else { return nil }
        if let share = share(at: start) { return add(share, limit, &found) }
        guard var number = number(at: start) else { return nil }
        multiply(&number)
        guard let unit = index.unit(at: number.next, in: text) else {
            if let (lower, upper) = range(from: start, number) {
                guard upper.next <= limit else { return nil }
                _ = add(lower, limit, &found)
                return add(upper, limit, &found)
            }
            // 273万: only large numbers stand without a unit.
            guard !number.isChinese, number.exponent >= 4, let match = match(start, number, unit: "", end: number.next) else { return nil }
            return add(match, limit, &found)
        }
        guard counts(number, unit, at: start),
            let match = match(start, number, unit: index.units[unit].measure.base, end: number.next + index.units[unit].count)
        else { return nil }
        return add(match, limit, &found)
    }

    private func add(_ figure: Match, _ limit: Int, _ found: inout [FoundQuantity]) -> Int? {
        guard figure.next <= limit else { return nil }
        let start = found.last.map { max(figure.start, $0.range.upperBound) } ?? figure.start
        found.append(
            FoundQuantity(
                range: start..<figure.next, mention: QuantityMention(value: figure.value.text, unit: figure.unit, comparator: figure.comparator)))
        return figure.next
    }

    // MARK: Numbers

    private func number(at start: Int) -> Number? {
        if ChineseNumeral.isASCIIDigit(text.at(start)) { return printedNumber(at: start) }
        guard let read = ChineseNumeral.read(text.scalars, at: start, before: text.end) else { return nil }
        return Number(
            value: ExactDecimal(read.value), next: read.next, isChinese: true, count: read.value,
            isBare: (ChineseNumeral.unit(text.at(start)) ?? 0) > 10)
    }

    /// 1234, 1,234, 12.5.
    private func printedNumber(at start: Int) -> Number {
        var value = ExactDecimal()
        var count = 0
        var next = start
        func isDigit(_ place: Int) -> Bool { ChineseNumeral.isASCIIDigit(text.at(place)) }
        func append(isBehindPoint: Bool) {
            value.append(UInt8(text.at(next).value - 0x30), isBehindPoint: isBehindPoint)
            next += 1
        }
        while true {
            if isDigit(next) {
                append(isBehindPoint: false)
                count += 1
            } else if text.at(next) == ",", count <= 12, isDigit(next + 1), isDigit(next + 2), isDigit(next + 3),
                !isDigit(next + 4) || text.at(next + 4) == ","
            {
                next += 1
            } else {
                break
            }
        }
        if text.at(next) == ".", isDigit(next + 1) {
            next += 1
            while isDigit(next) { append(isBehindPoint: true) }
        }
        return Number(value: value, next: next, isChinese: false)
    }

    /// 多, 余, and 万, 亿, 百万 behind a number, in either order.
    private func multiply(_ number: inout Number) {
        var exponent = 0
        while true {
            if number.comparator == nil, let word = index.inside(at: number.next, in: text) {
                number.comparator = word.comparator
                number.next += word.count
                continue
            }
            let power: Int
            switch text.at(number.next) {
            case "百": power = 2
            case "千": power = 3
            case "万": power = 4
            case "亿": power = 8
            default: power = 0
            }
            // 千瓦 and 百分点 are units.
            guard power > 0, index.unit(at: number.next, in: text) == nil else { break }
            exponent += power
            number.next += 1
            if number.isChinese, power == 4, number.comparator == nil,
                let rest = ChineseNumeral.read(text.scalars, at: number.next, before: text.end)
            {
                // 三万五千.
                number.value = ExactDecimal(number.count * 10_000 + rest.value)
                number.next = rest.next
                number.exponent = 4
                number.isBare = false
                number.count = number.count * 10_000 + rest.value
                return
            }
        }
        number.exponent = exponent
        number.value = number.value.timesTen(to: exponent)
    }

    /// 百分之六十, 千分之三.
    private func share(at start: Int) -> Match? {
        let scalar = text.at(start)
        guard scalar == "百" || scalar == "千", text.at(start + 1) == "分", text.at(start + 2) == "之", let number = number(at: start + 3) else {
            return nil
        }
        return match(start, number, unit: scalar == "百" ? "%" : "‰", end: number.next)
    }

    /// 3—5家: at least three, at most five.
    private func range(from start: Int, _ first: Number) -> (lower: Match, upper: Match)? {
        guard first.exponent == 0, first.comparator == nil, isJoint(text.at(first.next)), var second = number(at: first.next + 1),
            second.isChinese == first.isChinese
        else { return nil }
        multiply(&second)
        guard let unit = index.unit(at: second.next, in: text), counts(second, unit, at: start),
            var upper = match(first.next + 1, second, unit: index.units[unit].measure.base, end: second.next + index.units[unit].count)
        else { return nil }
        upper.comparator = "<="
        let lower = Match(
            start: start, next: first.next, value: first.value.timesTen(to: second.exponent), unit: upper.unit, comparator: ">=")
        return (lower, upper)
    }

    private func isJoint(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "—", "–", "-", "－", "~", "～", "至", "到": true
        default: false
        }
    }

    // MARK: What is a figure

    /// Not inside a longer number, an ordinal (第三), a code (G56, 1+N), a name (“两个结合”) or a rank (前10名).
    private func stands(at start: Int) -> Bool {
        let before = text.at(start - 1)
        let isPrinted = ChineseNumeral.isASCIIDigit(text.at(start))
        switch before {
        case "第", "+", "＋", "初", "周": return before == "周" && isPrinted
        case "a"..."z", "A"..."Z": return false
        case "前": return text.at(start - 2).isOne(of: "目此日之以底提")
        case ".": return !(isPrinted && ChineseNumeral.isASCIIDigit(text.at(start - 2)))
        default: break
        }
        guard !isPrinted else { return !ChineseNumeral.isASCIIDigit(before) }
        guard ChineseNumeral.digit(before) == nil, ChineseNumeral.unit(before) == nil, !before.isOne(of: "万亿“‘「几数")
        else { return false }
        return !index.isExcluded(at: start, in: text)
    }

    private func counts(_ number: Number, _ unit: Int, at start: Int) -> Bool {
        if number.isChinese {
            guard let smallest = index.units[unit].measure.smallestChinese, number.count >= smallest || number.exponent > 0 else {
                return false
            }
            // 二级, 二次 name an order; what is counted is 两.
            return !(number.next == start + 1 && text.at(start) == "二")
        }
        if index.units[unit].isYear, number.next == start + 4, let year = number.value.scaled(by: 0), (1900...2100).contains(year) { return false }
        // 9时30分.
        return !(index.units[unit].isClock && text.at(start - 1).isOne(of: "时点：:"))
    }

    /// Adds the words of approximation on both sides.
    private func match(_ start: Int, _ number: Number, unit: String, end: Int) -> Match? {
        var match = Match(start: start, next: end, value: number.value, unit: unit, comparator: number.comparator ?? "")
        if let word = index.after(at: end, in: text) {
            match.next += word.count
            if match.comparator.isEmpty { match.comparator = word.comparator }
        }
        if let word = index.before(start, in: text) {
            match.start -= word.count
            match.comparator = word.comparator
        }
        return number.isBare && match.comparator.isEmpty ? nil : match
    }
}
