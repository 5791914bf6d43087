import Facts
import Kernel

extension ClosedLoopRules {
    /// A text that documents name for exceedances of a medium, and how sure we are of it.
    struct LegalBasis: Codable, Sendable, Equatable {
        /// What a text does to an exceedance.
        enum Part: String, Codable, Sendable, CaseIterable {
            /// It says which mean decides.
            case judging
            /// It forbids what was done.
            case violated
            /// It orders or punishes.
            case penalty

            /// What it is called on papers.
            var phrase: Phrase {
                switch self {
                case .judging: Phrase("判定依据（供核对）", "It is judged by (to be checked)")
                case .violated: Phrase("违反的条款（供核对）", "What it violates (to be checked)")
                case .penalty: Phrase("处理依据（供核对）", "Basis of orders and penalties (to be checked)")
                }
            }
        }

        let part: Part
        /// How the codes of its factors begin: `a` of waste gas, `w` of waste water.
        let medium: String
        /// The means it is about; nil for both.
        let averaging: MeanPeriod?
        /// The standard that the broken limit must stand in, nil for any.
        let standard: String?
        /// In what kind of text the broken limit must stand, nil for any: who keeps to a permit's limit exceeds no
        /// permit, whatever a standard asks.
        let source: LimitSourceKind?
        /// The only factors it is about; nil for all.
        let factors: [PollutantCode]?
        /// Factors it is not about.
        let exceptFactors: [PollutantCode]?
        /// The first day it was in force; nil for always.
        let validFrom: CivilDate?
        /// The last day it was in force; nil while it is.
        let validTo: CivilDate?
        let basis: Phrase
        let certainty: Certainty

        /// The text with its mark, as documents print it.
        var sentence: Phrase {
            Phrase("\(basis.zh)（\(certainty.phrase.zh)）", "\(basis.en) (\(certainty.phrase.en))")
        }

        /// Whether documents name it for an exceedance: the law in force on the exceedance's first day.
        ///
        /// - Parameter limit: Where the broken limit stands; nil when that is not known.
        func covers(_ episode: CaseEpisode, limit: ExceedanceGround?) -> Bool {
            let day = episode.extent.firstHour.civil.date
            return episode.pollutant.text.hasPrefix(medium) && averaging.map { $0 == episode.extent.mean } ?? true
                && standard.map { $0 == limit?.limitStandard } ?? true && source.map { $0 == limit?.limitKind } ?? true
                && factors?.contains(episode.pollutant) ?? true
                && !(exceptFactors ?? []).contains(episode.pollutant)
                && validFrom.map { $0 <= day } ?? true && validTo.map { day <= $0 } ?? true
        }
    }

    /// The texts that documents name for an exceedance of a limit, in the order of the figures.
    ///
    /// - Parameter limit: Where the broken limit stands; without it no text is named that asks for it.
    func legalBases(of episode: CaseEpisode, limit: ExceedanceGround?) -> [LegalBasis] {
        legalBases.filter { $0.covers(episode, limit: limit) }
    }
}

extension [ClosedLoopRules.LegalBasis] {
    /// The texts of a part in one sentence, each with its mark; nil for none.
    func sentence(of part: ClosedLoopRules.LegalBasis.Part) -> Phrase? {
        let found = filter { $0.part == part }.map(\.sentence)
        return found.isEmpty
            ? nil : Phrase(found.map(\.zh).joined(separator: "；"), found.map(\.en).joined(separator: "; "))
    }
}
