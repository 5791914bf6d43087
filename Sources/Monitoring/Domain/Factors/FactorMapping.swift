import Kernel
import Standards

/// What an administrator recorded of one code that one device sends: as what it is read, in which unit, from which
/// day on.
///
/// Never edited: of several for a day the one recorded last holds, so that a correction is a further mapping.
struct FactorMapping: Hashable, Sendable {
    /// 1, 2, 3 …; a greater number was recorded later.
    let number: Int64
    /// The device that sends the code.
    let device: DeviceNumber
    /// The code as the device spells it, to the letter.
    let sentCode: PollutantCode
    /// As what it is read.
    let reading: MappedReading
    /// The first day (of data times) it holds.
    let validFrom: CivilDate
    /// The last day; nil while it holds.
    let validTo: CivilDate?

    /// Whether it holds on a day.
    func holds(on date: CivilDate) -> Bool {
        validFrom <= date && validTo.map { date <= $0 } ?? true
    }
}

/// As what a mapped code is read.
enum MappedReading: Hashable, Sendable {
    /// As a factor of the table, in a unit (nil for a factor without one), multiplied first.
    case factor(PollutantCode, unit: MeasurementUnit?, multiplier: DecimalNumber)
    /// As nothing: it is known, and left as it is.
    case setAside
    /// As the table says, as if nothing had been recorded.
    case byTable
}

extension MappedReading {
    /// The words of storage and interfaces, taken apart.
    var parts: (kind: String, target: PollutantCode?, unit: MeasurementUnit?, multiplier: DecimalNumber?) {
        switch self {
        case .factor(let target, let unit, let multiplier): ("factor", target, unit, multiplier)
        case .setAside: ("set-aside", nil, nil, nil)
        case .byTable: ("by-table", nil, nil, nil)
        }
    }
}
