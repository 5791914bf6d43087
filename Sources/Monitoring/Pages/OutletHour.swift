import Kernel
import Standards

/// One line of the outlet's hourly table.
struct OutletHour: Sendable {
    let reading: HourReading
    let limit: DatedLimit?
    let judged: JudgedHour
    /// How many frames were sent for the hour; more than one means that a value was sent again.
    var versions: Int
    /// What the enterprise marked of it, as far as that says anything; nil when nothing is marked.
    var marked: HourValidity.Finding?

    /// What is said of the mark in short.
    func markWords(_ language: Language) -> String {
        switch marked {
        case .unused(_, let words), .usable(.some(let words)): words(language)
        case .usable(nil), nil: ""
        }
    }

    /// Whether it may not be used because of a mark or because it is impossible.
    var isUnused: Bool {
        if case .unused = marked { return true }
        return false
    }

    /// The multiple over the limit, when the hour exceeds.
    var multiple: DecimalNumber? {
        guard !isUnused, case .exceeds(let value, let limit) = judged.verdict else { return nil }
        return ExceedMultiple.of(value, over: limit)
    }

    /// The verdict as a word and the name of its tag.
    func state(_ language: Language) -> (tag: String, word: String) {
        guard !isUnused else { return ("neutral", Phrase("不判定", "not judged")(language)) }
        return switch judged.verdict {
        case .exceeds: ("late", Phrase("超标", "exceeds")(language))
        case .complies: ("done", Phrase("达标", "complies")(language))
        case .unjudged: ("neutral", Phrase("不判定", "not judged")(language))
        }
    }

    /// The line as the tables of the outlet's page and of its list of hours show it.
    func view(_ language: Language) -> [String: Any] {
        let (state, marked) = (state(language), markWords(language))
        return [
            "hour": reading.hour.civil.minuteText,
            "average": FigureText.concentration(reading.average),
            "converted": FigureText.concentration(reading.converted),
            "limit": limit?.figure ?? "–",
            "multiple": FigureText.concentration(multiple),
            "mark": reading.mark ?? "–",
            "isMarked": !marked.isEmpty,
            "marked": marked,
            "tag": state.tag,
            "state": state.word,
            "versions": String(versions),
            "frame": reading.frame.hex,
            "frameAt": reading.hour.civil.digits,
            "frameShort": String(reading.frame.hex.prefix(8)),
        ]
    }
}
