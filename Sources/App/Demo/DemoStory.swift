import Kernel
import Supervision

/// What the day before holds for a firm of the demonstration.
enum DemoStory: Sendable, Equatable {
    /// Well below its limit; but somebody plays the values of one day again each day, to the last digit.
    case replayed
    /// High values marked as maintenance: shown, never judged.
    case maintenance
    /// Exceedances, each with a case that people take so far, the earlier first; and hours that the firm sends again.
    case plays([DemoPlay], corrected: [DemoCorrection] = [])

    /// The exceedances of the day.
    var plays: [DemoPlay] {
        switch self {
        case .replayed, .maintenance: []
        case .plays(let plays, _): plays
        }
    }

    /// The hours that are sent again.
    var corrections: [DemoCorrection] {
        switch self {
        case .replayed, .maintenance: []
        case .plays(_, let corrections): corrections
        }
    }
}

/// One exceedance of the demonstration, and the moves that its case has seen.
struct DemoPlay: Sendable, Equatable {
    /// How many neighbouring hours exceed.
    let hours: Int64
    /// By how much.
    let multiple: Double
    let moves: [DemoMove]
    /// How many whole hours before the present the first exceeding hour lies.
    let hoursAgo: Int64

    /// A play that ends in the present: it begins as early as its moves need.
    init(_ moves: [DemoMove], multiple: Double, hours: Int64 = 2) {
        self.init(
            moves, multiple: multiple, hours: hours,
            hoursAgo: moves.isEmpty ? 1 : moves.map(\.minutes).reduce(0, +) / 60 + 2)
    }

    /// A play of the day before: somebody has been on site before the next exceedance of the firm.
    init(earlier moves: [DemoMove], multiple: Double, hours: Int64 = 2) {
        self.init(moves, multiple: multiple, hours: hours, hoursAgo: 23)
    }

    init(_ moves: [DemoMove], multiple: Double, hours: Int64, hoursAgo: Int64) {
        self.moves = moves
        self.multiple = multiple
        self.hours = hours
        self.hoursAgo = hoursAgo
    }
}
