import Facts
import Foundation
import Kernel
import Standards
import TestMaterial

@testable import Monitoring

/// Months written as a small string: one letter an hour.
enum AmountMaterial {
    static let month = AmountMonth(number: 2_026 * 12 + 10)

    static func figures() throws -> JudgingFigures { try shippedFigures.get() }

    private static let shippedFigures = Result {
        try JudgingFigures(json: Array(try RepositoryFile.text("share/rules/judging-values.json").utf8))
    }

    /// `x` is 10 (mg/m³ or mg/L) times 1,000 m³/h, `y` twice that, `-` a gap, `D` a marked hour, `F` a stopped one.
    /// `S`, `I` and `B` are `x` as well, marked by the enterprise as standing still, as invalid, as starting.
    static func input(
        _ pattern: String, history: [Int64] = [], quarter: AmountInput.Quarter? = nil, uploaded: [Int64?] = []
    ) throws -> AmountInput {
        let figures = try figures()
        func curve(_ value: (Character) -> String?) -> HourCurve {
            HourCurve(
                start: month.start, values: pattern.map { value($0).flatMap { DecimalNumber($0) } },
                marks: pattern.map { $0 == "D" || $0 == "F" ? String($0) : nil })
        }
        let hours = EmissionHours(
            concentrations: curve { $0 == "y" ? "20" : $0 == "-" ? nil : "10" },
            flows: curve { $0 == "-" ? nil : "1000" }, stretches: stretches(pattern))
        let states = hours.states(of: .air)
        return AmountInput(
            outlet: OutletID(checked: "O1"), pollutant: .sulphurDioxide, month: month, hours: hours,
            history: history.compactMap { EmittedMass(milligrams: $0) },
            quarter: quarter
                ?? .init(
                    hours: states.count, stopped: states.count { $0 == .stopped },
                    invalid: states.count { $0 == .gap }),
            uploaded: uploaded.map { $0.flatMap { EmittedMass(milligrams: $0) } },
            framesRoot: Digest256(of: "frames"), validity: figures.validity, substitution: figures.substitution,
            amounts: figures.amounts)
    }

    private static func stretches(_ pattern: String) -> [MarkedStretch]? {
        let marks = pattern.enumerated().compactMap { place, letter -> EnterpriseMark? in
            let meanings: [Character: MarkMeaning] = ["S": .standstill, "I": .deviceFault, "B": .starting]
            let hour = month.start.adding(hours: Int64(place))
            return meanings[letter].map {
                EnterpriseMark(
                    number: Int64(place) + 1, pollutant: nil, firstHour: hour, lastHour: hour, meaning: $0, window: nil,
                    first: nil, demand: nil)
            }
        }
        let end = month.start.adding(hours: Int64(pattern.count))
        return MarkedStretch.stretches(of: marks, for: .sulphurDioxide, in: month.start..<end)
    }

    /// `total/substituted`, or why there is none.
    static func text(_ outcome: AmountOutcome) -> String {
        switch outcome.result {
        case .amount(let amount): "\(amount.total)/\(amount.substituted)"
        case .automaticDataCannotBeTheBasis(let gaps, let expected): "not the basis \(gaps)/\(expected)"
        case .gapsNotFilled(let gaps): "not filled \(gaps)"
        }
    }
}
