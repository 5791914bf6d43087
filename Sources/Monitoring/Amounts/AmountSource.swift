import Facts
import HJ212
import Kernel
import Persistence
import Standards

/// Reads what the amount of a month is computed from.
struct AmountSource: Sendable {
    let factors: DeviceFactors
    let figures: JudgingFigures

    /// Whether hourly totals are read from the frames as well; that takes a look into each.
    enum Totals: Sendable {
        case read, leftOut
    }

    /// How far back valid hours or days for filling are looked for, in hours. Design value: four months.
    static let hoursBack: Int64 = 2_880

    /// The factors of an outlet that have an amount: those in mg/m³ or mg/L with a value in the month.
    func pollutants(of outlet: OutletID, in month: AmountMonth, _ access: any ReadAccess) throws -> [PollutantCode] {
        try SignLookStore.pollutants(
            of: outlet, from: month.hours.lowerBound, to: month.hours.upperBound.adding(hours: -1), in: access
        ).filter { medium(of: $0) != nil }
    }

    /// Into what a factor is discharged; nil for one without an amount.
    func medium(of pollutant: PollutantCode) -> AmountMedium? {
        guard case .one(_, let entry) = factors.table.find(pollutant.text) else { return nil }
        switch entry.unit?.code {
        case "mg/m3": return entry.medium == .air ? .air : nil
        case "mg/L": return entry.medium == .water ? .water : nil
        case nil, .some: return nil
        }
    }

    /// What is known of a month by a moment; nil when the factor has no amount, or no hour is over.
    func input(
        _ pollutant: PollutantCode, of outlet: OutletID, in month: AmountMonth, by now: Instant, totals: Totals,
        _ access: any ReadAccess
    ) throws -> (AmountMedium, AmountInput)? {
        let end = min(month.hours.upperBound, now.startOfHour)
        guard let medium = medium(of: pollutant), end > month.start else { return nil }
        let hours = try emission(pollutant, medium, of: outlet, month.start..<end, access)
        let quarterStart = month.quarterStart.start
        let quarter = try emission(pollutant, medium, of: outlet, quarterStart..<end, access)
        let backStart = month.start.adding(hours: -Self.hoursBack)
        let before = try emission(pollutant, medium, of: outlet, backStart..<month.start, access)
        let uploaded: [EmittedMass?]
        switch totals {
        case .read: uploaded = try self.uploaded(pollutant, of: outlet, month.start..<end, access)
        case .leftOut: uploaded = []
        }
        let input = AmountInput(
            outlet: outlet, pollutant: pollutant, month: month, hours: hours.emission,
            history: history(before.emission.states(of: medium), medium),
            quarter: Self.quarter(quarter.emission.states(of: medium)), uploaded: uploaded,
            framesRoot: MerkleRoot.over(hours.frames.map(\.bytes)), validity: figures.validity,
            substitution: figures.substitution, amounts: figures.amounts)
        return (medium, input)
    }

    private func emission(
        _ pollutant: PollutantCode, _ medium: AmountMedium, of outlet: OutletID, _ range: Range<Instant>,
        _ access: any ReadAccess
    ) throws -> (emission: EmissionHours, frames: [Digest256]) {
        let count = Int(range.upperBound.milliseconds(since: range.lowerBound) / 3_600_000)
        func readings(_ code: PollutantCode) throws -> [HourReading] {
            try HourStore.readings(
                outlet: outlet, pollutant: code, from: range.lowerBound, to: range.upperBound.adding(hours: -1),
                in: access)
        }
        func curve(_ readings: [HourReading]) -> HourCurve {
            HourCurve(readings, from: range.lowerBound, hours: count) { $0.average }
        }
        let (concentrations, flows) = (try readings(pollutant), try readings(medium.flowCode))
        let marks = try MarkStore.marks(
            outlet: outlet, from: range.lowerBound, to: range.upperBound.adding(hours: -1), in: access)
        return (
            EmissionHours(
                concentrations: curve(concentrations), flows: curve(flows),
                stretches: MarkedStretch.stretches(of: marks, for: pollutant, in: range)),
            (concentrations + flows).map(\.frame)
        )
    }

    private func history(_ states: [EmissionHours.State], _ medium: AmountMedium) -> [EmittedMass] {
        switch medium {
        case .air:
            return states.compactMap { if case .measured(let mass) = $0 { mass } else { nil } }
                .suffix(figures.substitution.lowCaptureWindowHours.value)
        case .water:
            return stride(from: 0, to: states.count, by: 24).compactMap { first in
                let day = Array(states[first..<min(first + 24, states.count)])
                guard case .measured(let mass) = WaterMonthAmount.amount(of: day, figures: figures.validity) else {
                    return nil
                }
                return mass
            }
        }
    }

    private static func quarter(_ states: [EmissionHours.State]) -> AmountInput.Quarter {
        AmountInput.Quarter(
            hours: states.count, stopped: states.count { $0 == .stopped }, invalid: states.count { $0 == .gap })
    }

    /// The uploaded hourly totals, of several versions the one that stands.
    private func uploaded(
        _ pollutant: PollutantCode, of outlet: OutletID, _ range: Range<Instant>, _ access: any ReadAccess
    ) throws -> [EmittedMass?] {
        let count = Int(range.upperBound.milliseconds(since: range.lowerBound) / 3_600_000)
        var interpretations: [DeviceNumber: FactorInterpretation] = [:]
        var found = [(version: FrameVersion, mass: EmittedMass?)?](repeating: nil, count: count)
        try FrameStore.forEachFrame(of: outlet, .hour, in: range, access) { bytes in
            guard let frame = Frame(stored: bytes), let filing = try? FrameFiling(frame) else { return }
            let interpretation =
                try interpretations[filing.device] ?? factors.freshInterpretation(of: filing.device, in: access)
            interpretations[filing.device] = interpretation
            let place = Int(filing.dataTime.startOfHour.milliseconds(since: range.lowerBound) / 3_600_000)
            let version = FrameVersion(requestNumber: filing.requestNumber, digest: Digest256(of: bytes))
            for sent in frame.factorReadings {
                guard let text = sent[.cou],
                    case .value(pollutant, let total, _) = interpretation.value(
                        of: sent.factor, .cou, text, in: frame.dialect, at: filing.dataTime),
                    found[place].map({ $0.version < version }) ?? true
                else { continue }
                found[place] = (version, Self.mass(kilograms: total))
            }
        }
        return found.map { $0?.mass }
    }

    private static func mass(kilograms: DecimalNumber) -> EmittedMass? {
        EmittedMass(milligramsPerLitre: kilograms, cubicMetres: DecimalNumber(1_000))
    }
}
