import Kernel

/// What became of a month's hours after its amount was recorded.
struct AmountChange: Hashable, Sendable {
    /// Hours that had no value.
    let lateHours: Int
    /// Hours that had another value or mark.
    let changedHours: Int
    /// Those of them that say something else only because the enterprise marked them.
    let markedHours: Int
    /// When the frames came on which these hours stand now.
    let firstCame: Instant?
    let lastCame: Instant?

    /// The places of the hours that say something else than before.
    struct Places: Hashable, Sendable {
        /// Those that said nothing.
        let late: [Int]
        /// Those of which the device says something else.
        let corrected: [Int]
        /// Those of which only the enterprise does.
        let marked: [Int]

        init(from before: EmissionHours, to after: EmissionHours, of medium: AmountMedium) {
            let places = after.concentrations.values.indices
            let differing = places.filter { before.saying($0) != after.saying($0) }
            late = differing.filter { before.isSilent($0) }
            corrected = differing.filter { !before.isSilent($0) }
            let (was, isNow) = (before.states(of: medium), after.states(of: medium))
            marked = places.filter { place in
                before.saying(place) == after.saying(place) && was.indices.contains(place)
                    && was[place] != isNow[place]
            }
        }

        var isEmpty: Bool { late.isEmpty && corrected.isEmpty && marked.isEmpty }
    }
}

extension EmissionHours {
    /// What the device says of one hour, in a form that can be compared.
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
