import Facts
import Kernel

extension ClosedLoopRules {
    /// A text that documents name for exceedances of a medium, and how sure we are of it.
    struct LegalBasis: Codable, Sendable, Equatable {
        /// How the codes of its factors begin: `a` of waste gas, `w` of waste water.
        let medium: String
        /// The means it is about; nil for both.
        let averaging: MeanPeriod?
        /// The standard that the broken limit must stand in, nil for any.
        let standard: String?
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
        /// - Parameter limitStandard: The standard of incinerators that the broken limit stands in; nil when there is
        ///   none or it is not known.
        func covers(_ episode: CaseEpisode, limitStandard: String?) -> Bool {
            let day = episode.extent.firstHour.civil.date
            return episode.pollutant.text.hasPrefix(medium) && averaging.map { $0 == episode.extent.mean } ?? true
                && standard.map { $0 == limitStandard } ?? true
                && !(exceptFactors ?? []).contains(episode.pollutant)
                && validFrom.map { $0 <= day } ?? true && validTo.map { day <= $0 } ?? true
        }
    }

    /// The texts that documents name for an exceedance of a limit, in the order of the figures.
    ///
    /// - Parameter limitStandard: The standard of incinerators that the limit stands in; without it no text of such a
    ///   standard is named.
    func legalBases(of episode: CaseEpisode, limitStandard: String?) -> [LegalBasis] {
        legalBases.filter { $0.covers(episode, limitStandard: limitStandard) }
    }
}
