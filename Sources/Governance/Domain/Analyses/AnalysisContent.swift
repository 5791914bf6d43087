import Kernel

/// What a report on environment and economy says. Its canonical bytes are stored when it is issued and never change.
struct AnalysisContent: Codable, Sendable, Equatable {
    let period: String
    /// The closed months that it tells of, with the city's dual index.
    let months: [Month]
    /// The city's figures: as they stood before the period, and as its last closed month has them.
    var figures: [Figure]
    /// The dual index of districts in the last closed month.
    let districts: [Place]
    /// Tasks by light when the period ended, or until now in a draft.
    let lights: [String: Int]
    let projects: [Project]
    /// Findings and decisions that were issued in the period, and how many of them were accepted by its end.
    let itemsIssued: Int
    let itemsAccepted: Int
    /// Each text part by its code.
    let texts: [String: String]
    /// The district that it is about; nil for the whole city. Figures, lights, projects and items are the district's
    /// own then.
    var region: Phrase?
    /// The month at whose end the first values of figures stand, as `2026-06`: the one before the period, or the first
    /// closed one of the period; nil in a report that was issued before it was told, which has the latter.
    var opening: String?

    /// A closed month.
    struct Month: Codable, Sendable, Equatable {
        /// As `2026-10`.
        let month: String
        let environment_hundredths: Int?
        let economy_hundredths: Int?
        let dual_hundredths: Int?
        /// Why it was closed though some of its values cannot be true; nil where none was so.
        var despite: String?
    }

    /// An indicator of the city.
    struct Figure: Codable, Sendable, Equatable {
        let indicator: String
        let name: Phrase
        let unit: Phrase
        let first: DecimalNumber?
        let value: DecimalNumber?
        let goal: DecimalNumber?
        /// Whether more is better.
        let isHigherBetter: Bool
        /// Nil without value or goal.
        let isReached: Bool?
        /// The last month of the period that the value is of, where that is not the report's last month.
        var month: String?
        /// The same of the first value.
        var firstMonth: String?
    }

    /// A district.
    struct Place: Codable, Sendable, Equatable {
        let region: String
        let name: Phrase
        let environment_hundredths: Int?
        let economy_hundredths: Int?
        let dual_hundredths: Int?
        let quadrant: DualQuadrant?
    }

    /// A project; amounts in fen.
    struct Project: Codable, Sendable, Equatable {
        let number: Int
        let name: String
        let plannedFen: Int64
        /// Spent in the months of the period.
        let periodFen: Int64
        /// Spent until the end of the period.
        let doneFen: Int64
        let progress_percent: Int?
        /// Its stage at the end of the period; nil in a report that was issued before stages were told.
        var stage: ProjectStage?
        /// Whether its deadline was over then and it was not built.
        var isLate: Bool?
    }
}
