import Kernel

/// Reads a formula by recursive descent. Length, number of parts and depth are bounded, so that no text can exhaust it.
struct IndicatorFormulaParser {
    private let scalars: [Unicode.Scalar]
    private var place = 0
    private var parts = 0
    private var depth = 0

    init(_ text: String) throws(IndicatorFormulaRefusal) {
        scalars = Array(text.unicodeScalars)
        guard scalars.count <= IndicatorFormula.charactersMax else { throw .tooLong }
    }

    /// The whole text as one formula.
    mutating func whole() throws(IndicatorFormulaRefusal) -> IndicatorFormula.Part {
        let part = try sum()
        guard peek() == nil else { throw .unexpected(at: place) }
        return part
    }

    private mutating func peek() -> Unicode.Scalar? {
        while place < scalars.count, scalars[place] == " " { place += 1 }
        return place < scalars.count ? scalars[place] : nil
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == scalar else { return false }
        place += 1
        return true
    }

    private mutating func expect(_ scalar: Unicode.Scalar) throws(IndicatorFormulaRefusal) {
        guard take(scalar) else { throw .unexpected(at: place) }
    }

    private mutating func count(
        _ part: IndicatorFormula.Part
    ) throws(IndicatorFormulaRefusal) -> IndicatorFormula.Part {
        parts += 1
        guard parts <= IndicatorFormula.partsMax else { throw .tooManyParts }
        return part
    }

    private mutating func sum() throws(IndicatorFormulaRefusal) -> IndicatorFormula.Part {
        depth += 1
        defer { depth -= 1 }
        guard depth <= IndicatorFormula.depthMax else { throw .tooDeep }
        var left = try product()
        while true {
            if take("+") {
                left = try count(.combined(.plus, left, try product()))
            } else if take("-") {
                left = try count(.combined(.minus, left, try product()))
            } else {
                return left
            }
        }
    }

    private mutating func product() throws(IndicatorFormulaRefusal) -> IndicatorFormula.Part {
        var left = try factor()
        while true {
            if take("*") {
                left = try count(.combined(.times, left, try factor()))
            } else if take("/") {
                left = try count(.combined(.over, left, try factor()))
            } else {
                return left
            }
        }
    }

    private mutating func factor() throws(IndicatorFormulaRefusal) -> IndicatorFormula.Part {
        guard let next = peek() else { throw .unexpected(at: place) }
        if take("(") {
            let inner = try sum()
            try expect(")")
            return inner
        }
        if take("-") {
            depth += 1
            defer { depth -= 1 }
            guard depth <= IndicatorFormula.depthMax else { throw .tooDeep }
            return try count(.negated(try factor()))
        }
        if ("0"..."9").contains(next) { return try number() }
        return try named()
    }

    private mutating func number() throws(IndicatorFormulaRefusal) -> IndicatorFormula.Part {
        let start = place
        let digits = word { ("0"..."9").contains($0) || $0 == "." }
        guard let number = DecimalNumber(digits) else { throw .unexpected(at: start) }
        return try count(.number(number))
    }

    private mutating func named() throws(IndicatorFormulaRefusal) -> IndicatorFormula.Part {
        let start = place
        let name = word { scalar in
            ("A"..."Z" as ClosedRange<Unicode.Scalar>).contains(scalar) || ("a"..."z").contains(scalar)
                || ("0"..."9").contains(scalar) || scalar == "_"
        }
        if let code = IndicatorCode(name) { return try count(.reading(.indicator(code))) }
        guard !name.isEmpty else { throw .unexpected(at: start) }
        guard ["before", "goal", "min", "max"].contains(name) else { throw .unknownWord(name) }
        try expect("(")
        let inner: IndicatorFormula.Part
        if name == "before" || name == "goal" {
            let place = place
            guard case .reading(.indicator(let code)) = try sum() else { throw .unexpected(at: place) }
            inner = .reading(name == "before" ? .yearBefore(code) : .goal(code))
        } else {
            var all = [try sum()]
            while take(",") { all.append(try sum()) }
            inner = name == "min" ? .least(all) : .greatest(all)
        }
        try expect(")")
        return try count(inner)
    }

    private mutating func word(_ belongs: (Unicode.Scalar) -> Bool) -> String {
        var word = ""
        while place < scalars.count, belongs(scalars[place]) {
            word.unicodeScalars.append(scalars[place])
            place += 1
        }
        return word
    }
}
