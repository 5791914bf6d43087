import Kernel
import Standards

/// One line of the outlet's hourly table.
struct OutletHour: Sendable {
    let reading: HourReading
    let limit: DatedLimit?
    let judged: JudgedHour
    /// How many frames were sent for the hour; more than one means that a value was sent again.
    let versions: Int

    /// The multiple over the limit, when the hour exceeds.
    var multiple: DecimalNumber? {
        guard case .exceeds(let value, let limit) = judged.verdict else { return nil }
        return ExceedMultiple.of(value, over: limit)
    }

    /// The verdict as a word and the name of its tag.
    func state(_ language: Language) -> (tag: String, word: String) {
        switch judged.verdict {
        case .exceeds: ("late", Phrase("超标", "exceeds")(language))
        case .complies: ("done", Phrase("达标", "complies")(language))
        case .unjudged: ("neutral", Phrase("不判定", "not judged")(language))
        }
    }
}
