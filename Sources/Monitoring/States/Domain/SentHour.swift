import HJ212
import Kernel

/// What came of a factor for one hour: its mark, and whether there was a number.
struct SentHour: Codable, Hashable, Sendable {
    /// The mark as sent; nil when there was none.
    let mark: String?
    /// Whether a number came with it.
    let hasNumber: Bool

    /// What it says.
    enum Sign: Hashable, Sendable {
        case valid
        case calibration
        case state(StateKind)
    }

    /// What it says. The letters have one kind in every edition that knows them; what none knows is no value, and
    /// neither is the mark of an air station.
    var sign: Sign {
        guard let mark, mark != "N" else { return hasNumber ? .valid : .state(.invalid) }
        let meanings = DataMark.known.filter { $0.text == mark && !Self.isOfAirStation(mark) }.map(\.meaning)
        guard let meaning = meanings.first else { return .state(.invalid) }
        if meaning == .calibration { return .calibration }
        return .state(StateKind(meaning) ?? .invalid)
    }

    private static func isOfAirStation(_ mark: String) -> Bool { mark.utf8.allSatisfy { (48...57).contains($0) } }
}
