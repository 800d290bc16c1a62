import Vocabulary

/// The wording of figures (数量的写法): reads the number at a place with its unit and the words of approximation around it.
struct QuantityGrammar {
    let text: TextWindow
    let index: MeasureIndex

    /// A number with what multiplies it. Values are made of figures only, so that nothing is allocated for what is none.
    private struct Number {
        /// Where its digits stand.
        let printed: Range<Int>
        var next: Int
        /// All digits as one integer; meaningless where there are more than `ExactDecimal.longestMantissa`.
        var mantissa: UInt64 = 0
        var digits = 0
        /// How many of the digits stand behind the point.
        var scale = 0
        var isChinese = false
        /// 百 or 千 with nothing before it: a figure only with a word of approximation (百人以上, not 百姓).
        var isBare = false
        /// The power of ten by which 万 and 亿 multiply, and that by which the digits are still to be multiplied (三万五千: none).
        var exponent = 0
        var shift = 0
        /// The word of approximation inside.
        var approximation: Int?
    }

    /// A number with what stands around it.
    private struct Match {
        var start: Int
        var next: Int
        var number: Number
        var unit: String
        var comparator: String
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
            let match = match(start, number, unit: index.units[unit].base, end: number.next + index.units[unit].count)
        else { return nil }
        return add(match, limit, &found)
    }

    private func add(_ figure: Match, _ limit: Int, _ found: inout [FoundQuantity]) -> Int? {
        guard figure.next <= limit else { return nil }
        let start = found.last.map { max(figure.start, $0.range.upperBound) } ?? figure.start
        if found.isEmpty { found.reserveCapacity(4) }
        found.append(
            FoundQuantity(
                range: start..<figure.next,
                mention: QuantityMention(value: value(figure.number).text, unit: figure.unit, comparator: figure.comparator)))
        return figure.next
    }

    // MARK: Numbers

    private func number(at start: Int) -> Number? {
        if ChineseNumeral.isASCIIDigit(text.at(start)) { return printedNumber(at: start) }
        guard let read = ChineseNumeral.read(text.scalars, at: start, before: text.end) else { return nil }
        var number = Number(printed: start..<read.next, next: read.next)
        number.isChinese = true
        number.mantissa = UInt64(read.value)
        number.isBare = (ChineseNumeral.unit(text.at(start)) ?? 0) > 10
        return number
    }

    /// 1234, 1,234, 12.5.
    private func printedNumber(at start: Int) -> Number {
        var mantissa: UInt64 = 0
        var digits = 0
        var scale = 0
        var next = start
        func append() {
            mantissa = mantissa &* 10 &+ UInt64(text.at(next).value &- 0x30)
            digits += 1
            next += 1
        }
        while true {
            if isDigit(next) {
                append()
            } else if text.at(next) == ",", digits <= 12, isDigit(next + 1), isDigit(next + 2), isDigit(next + 3),
                !isDigit(next + 4) || text.at(next + 4) == ","
            {
                next += 1
            } else {
                break
            }
        }
        if text.at(next) == ".", isDigit(next + 1) {
            next += 1
            let whole = digits
            while isDigit(next) { append() }
            scale = digits - whole
        }
        var number = Number(printed: start..<next, next: next)
        number.mantissa = mantissa
        number.digits = digits
        number.scale = scale
        return number
    }

    @inline(__always)
    private func isDigit(_ place: Int) -> Bool { ChineseNumeral.isASCIIDigit(text.at(place)) }

    private func value(_ number: Number) -> ExactDecimal {
        if number.isChinese { return ExactDecimal(Int(number.mantissa)).timesTen(to: number.shift) }
        if number.digits <= ExactDecimal.longestMantissa {
            return ExactDecimal(mantissa: number.mantissa, count: number.digits, scale: number.scale).timesTen(to: number.shift)
        }
        var value = ExactDecimal()
        var isBehindPoint = false
        for place in number.printed {
            if isDigit(place) { value.append(UInt8(text.at(place).value - 0x30), isBehindPoint: isBehindPoint) }
            if text.at(place) == "." { isBehindPoint = true }
        }
        return value.timesTen(to: number.shift)
    }

    /// 多, 余, and 万, 亿, 百万 behind a number, in either order.
    private func multiply(_ number: inout Number) {
        while true {
            let next = index.signs[text.at(number.next)]
            if number.approximation == nil, next & MeasureIndex.Sign.inside != 0, let word = index.inside(at: number.next, in: text) {
                number.approximation = word
                number.next += index.approximations[word].count
                continue
            }
            let power: Int
            switch text.at(number.next) {
            case "百": power = 2
            case "千": power = 3
            case "万": power = 4
            case "亿": power = 8
            default: return
            }
            // 千瓦 and 百分点 are units.
            guard index.unit(at: number.next, in: text) == nil else { return }
            number.exponent += power
            number.shift += power
            number.next += 1
            if number.isChinese, power == 4, number.approximation == nil,
                let rest = ChineseNumeral.read(text.scalars, at: number.next, before: text.end)
            {
                // 三万五千.
                number.mantissa = number.mantissa * 10_000 + UInt64(rest.value)
                number.next = rest.next
                number.exponent = 4
                number.shift = 0
                number.isBare = false
                return
            }
        }
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
        guard first.exponent == 0, first.approximation == nil, isJoint(text.at(first.next)), var second = number(at: first.next + 1),
            second.isChinese == first.isChinese
        else { return nil }
        multiply(&second)
        guard let unit = index.unit(at: second.next, in: text), counts(second, unit, at: start),
            var upper = match(first.next + 1, second, unit: index.units[unit].base, end: second.next + index.units[unit].count)
        else { return nil }
        upper.comparator = "<="
        var lower = first
        lower.shift = second.exponent
        return (Match(start: start, next: first.next, number: lower, unit: upper.unit, comparator: ">="), upper)
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
        let isPrinted = isDigit(start)
        switch before {
        case "第", "+", "＋", "初", "周": return before == "周" && isPrinted
        case "a"..."z", "A"..."Z": return false
        case "前": return text.at(start - 2).isOne(of: "目此日之以底提")
        case ".": return !(isPrinted && isDigit(start - 2))
        default: break
        }
        guard !isPrinted else { return !ChineseNumeral.isASCIIDigit(before) }
        guard ChineseNumeral.digit(before) == nil, ChineseNumeral.unit(before) == nil, !before.isOne(of: "万亿“‘「几数") else { return false }
        return !index.isExcluded(at: start, in: text)
    }

    /// Of 由一层调整为两层 both ends are counted, small as they are.
    private func isChange(_ start: Int, _ end: Int) -> Bool {
        switch text.at(start - 1) {
        case "由", "从": (end + 1..<end + Self.longestChange).contains { isReached($0) && text.at($0 - 1).isHan } && (end..<end + 2).allSatisfy { text.at($0).isHan }
        case _ where isReached(start - 1):
            (start - 1 - Self.longestChange - 3..<start - 2).contains { text.at($0).isOne(of: "由从") && ChineseNumeral.digit(text.at($0 + 1)) != nil }
        default: false
        }
    }

    private func isReached(_ place: Int) -> Bool { text.at(place).isOne(of: "为至到") }

    /// Of the words between the two ends: 调整为, 增加到.
    private static let longestChange = 4

    private func counts(_ number: Number, _ unit: Int, at start: Int) -> Bool {
        if number.isChinese {
            guard let smallest = index.units[unit].smallestChinese,
                Int(number.mantissa) >= smallest || number.exponent > 0 || isChange(start, number.next + index.units[unit].count)
            else { return false }
            // 二级, 二次 name an order; what is counted is 两.
            return !(number.next == start + 1 && text.at(start) == "二")
        }
        if index.units[unit].isYear, number.next == start + 4, let year = value(number).scaled(by: 0), (1900...2100).contains(year) {
            return false
        }
        // 9时30分.
        return !(index.units[unit].isClock && text.at(start - 1).isOne(of: "时点：:"))
    }

    /// Adds the words of approximation on both sides.
    private func match(_ start: Int, _ number: Number, unit: String, end: Int) -> Match? {
        var first = start
        var next = end
        var approximation = number.approximation
        // 30人（含）以下
        let bound = text.at(end) == "（" && text.at(end + 1) == "含" && text.at(end + 2) == "）" ? end + 3 : end
        if let word = index.after(at: bound, in: text) {
            next = bound + index.approximations[word].count
            approximation = approximation ?? word
        }
        if let word = index.before(start, in: text) {
            first -= index.approximations[word].count
            approximation = word
        }
        guard !number.isBare || approximation != nil else { return nil }
        return Match(
            start: first, next: next, number: number, unit: unit, comparator: approximation.map { index.approximations[$0].comparator } ?? "")
    }
}
