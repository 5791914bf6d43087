import Kernel

/// A figure of a month that cannot be true, as whoever closes the month hears of it.
struct ImplausibleFigure: Sendable, Equatable {
    let indicator: IndicatorCode
    let name: Phrase
    /// What the indicator can be.
    let range: ClosedRange<DecimalNumber>
    let region: RegionCode?
    let place: Phrase
    let month: CivilMonth
    let computed: DecimalNumber
    let inputs: [Input]

    /// A value that it was computed from.
    struct Input: Sendable, Equatable {
        let indicator: IndicatorCode
        let name: Phrase
        let month: CivilMonth
        let value: DecimalNumber
    }

    /// Which one, what it came to, and what from.
    var phrase: Phrase { Phrase(name.zh + detail.zh, "\(name.en) \(detail.en)") }

    /// Where, what it came to, and what from.
    var detail: Phrase {
        func inputs(_ language: Language) -> String {
            self.inputs.map { "\($0.name(language)) \($0.month): \($0.value)" }
                .joined(separator: Phrase("、", ", ")(language))
        }
        return Phrase(
            "（\(place.zh)）算得 \(computed)，可能范围 \(range.lowerBound)–\(range.upperBound)，"
                + "依据：\(inputs(.chinese))",
            "(\(place.en)) comes to \(computed), it can be \(range.lowerBound)–\(range.upperBound), "
                + "from \(inputs(.english))")
    }
}
