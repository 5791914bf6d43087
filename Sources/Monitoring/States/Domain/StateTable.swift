import HJ212

/// What each kind of state is: the one definition, printed in `docs/method/state-episodes.md`.
enum StateTable {
    /// One kind.
    struct Line: Sendable {
        let kind: StateKind
        /// The meanings of marks that stand for it.
        let meanings: [DataMark.Meaning]
        let begins: Begin
        let ends: End
        let asks: Asking
        /// Where its course begins once it asks something.
        let first: StateStage
    }

    /// What begins it, as the method page says it.
    enum Begin: String, Sendable {
        case silence = "more than a gap of hours in a row without anything, behind a first value"
        case mark = "a marked hour"
        case markOrNoNumber = "a marked hour, one of a mark nobody knows, or one without a number"
        case markOrLongCalibration = "a marked hour, or more hours in a row of mark C than a calibration takes"
    }

    /// What ends it.
    enum End: String, Sendable {
        case anything = "anything comes"
        case validHour = "a valid hour, or more than a gap of other hours"
    }

    /// From when somebody is asked.
    enum Asking: String, Sendable {
        case atOnce = "at once"
        case beyondQuarter = "beyond the hours of a quarter"
        case afterLength = "after its length without a word"
        case afterHours = "from so many hours on"
    }

    static let lines: [Line] = [
        Line(kind: .noData, meanings: [], begins: .silence, ends: .anything, asks: .atOnce, first: .report),
        Line(
            kind: .invalid,
            meanings: [.fault, .linkBroken, .conditionFault, .powerFault, .meteorological, .abnormal],
            begins: .markOrNoNumber, ends: .validHour, asks: .atOnce, first: .report),
        Line(
            kind: .maintenance, meanings: [.maintenance], begins: .markOrLongCalibration, ends: .validHour,
            asks: .beyondQuarter, first: .explain),
        Line(
            kind: .stopped, meanings: [.stopped], begins: .mark, ends: .validHour, asks: .afterLength, first: .explain),
        Line(
            kind: .aboveRange, meanings: [.aboveRange], begins: .mark, ends: .validHour, asks: .atOnce, first: .look),
        Line(
            kind: .manual, meanings: [.manual], begins: .mark, ends: .validHour, asks: .afterHours, first: .explain),
    ]

    static func line(of kind: StateKind) -> Line {
        guard let line = lines.first(where: { $0.kind == kind }) else {
            preconditionFailure("every kind has a line, as a test shows")
        }
        return line
    }
}
