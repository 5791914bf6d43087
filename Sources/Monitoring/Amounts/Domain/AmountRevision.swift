import Facts
import Kernel

/// Why the amount of a month was recorded again, and what stood before.
struct AmountRevision: Hashable, Sendable {
    /// The version that took its place: 2 for the first time again.
    let version: Int
    /// The decision of that version.
    let decision: DecisionID
    let change: AmountChange
    /// The amount that stood before.
    let former: RecordedAmount

    /// The fact that tells of it.
    var fact: AmountRecordedAgain {
        AmountRecordedAgain(
            outlet: former.outlet, pollutant: former.pollutant, month: former.month.text, version: version,
            lateHours: change.lateHours, changedHours: change.changedHours, firstCame: change.firstCame,
            lastCame: change.lastCame, former: former.decision, decision: decision)
    }
}

/// What became of a month's hours after its amount was recorded.
struct AmountChange: Hashable, Sendable {
    /// Hours that had no value.
    let lateHours: Int
    /// Hours that had another value or mark.
    let changedHours: Int
    /// When the frames came on which these hours stand now.
    let firstCame: Instant?
    let lastCame: Instant?

    /// The places of the hours that say something else than before: those that said nothing, and the others.
    static func places(from before: EmissionHours, to after: EmissionHours) -> (late: [Int], changed: [Int]) {
        let differing = after.concentrations.values.indices.filter { place in
            before.saying(place) != after.saying(place)
        }
        let late = differing.filter { before.isSilent($0) }
        return (late, differing.filter { !late.contains($0) })
    }
}

extension EmissionHours {
    /// What one hour says, in a form that can be compared.
    fileprivate func saying(_ place: Int) -> [String?] {
        [concentrations, flows].flatMap { curve in
            guard curve.values.indices.contains(place) else { return [nil, nil] as [String?] }
            return [curve.values[place]?.description, curve.marks[place]]
        }
    }

    /// Whether concentration or flow of an hour were missing.
    fileprivate func isSilent(_ place: Int) -> Bool {
        [concentrations, flows].contains { curve in
            !curve.values.indices.contains(place) || curve.values[place] == nil && curve.marks[place] == nil
        }
    }
}
