import Kernel
import Standards

/// A sent code as the platform reads it: which factor, from which unit by which factor into which.
struct PlatformFactor: Hashable, Sendable {
    /// The canonical code.
    let code: PollutantCode
    /// The line of the table.
    let entry: FactorEntry
    /// The unit the device sends; nil for a factor without one.
    let sentUnit: MeasurementUnit?
    /// By what a sent value is multiplied.
    let ratio: DecimalRatio
    /// Why it is read so.
    let origin: Origin

    /// Why a code is read as a factor.
    enum Origin: Hashable, Sendable {
        /// The code of the table, to the letter.
        case table
        /// The code of the table in other letters (`A21026`).
        case spelling
        /// A code of 2005 by its successor.
        case former
        /// A recorded mapping, by its number.
        case mapping(Int64)
    }
}

extension PlatformFactor {
    /// A sent text as a value in the platform's unit; nil for a sign, for text, and for a number beyond all bounds.
    func value(_ text: String) -> DecimalNumber? {
        SentFigure(text).number.flatMap { ratio.applied(to: $0) }
    }

    /// By what a total of the code is multiplied, and the unit it is then in; nil where the tables settle none.
    var total: (ratio: DecimalRatio, unit: MeasurementUnit)? {
        guard origin == .table || origin == .spelling, let printed = entry.printedTotalUnit,
            let unit = entry.totalUnit, let ratio = try? UnitConversion.ratio(from: printed, to: unit)
        else { return nil }
        return (ratio, unit)
    }
}

/// As what a sent code is read.
enum CodeReading: Hashable, Sendable {
    /// As a factor of the platform.
    case factor(PlatformFactor)
    /// As nothing: it stays raw.
    case raw(RawReason)
}
