import Facts
import FoundationEssentials
public import Kernel
public import Standards

/// How long each step may take, on which basis, and how sure we are of it (`share/rules/closed-loop.json`).
public struct ClosedLoopRules: Sendable {
    /// One clock.
    struct Clock: Codable, Sendable, Equatable {
        /// The action that must come before it runs out.
        let action: String
        let term: StatutoryTerm
        let basis: Phrase
        let certainty: Certainty
        /// The term when only daily means exceed; nil when it is the same.
        let dailyTerm: StatutoryTerm?
        /// What is told before it runs out; nil when nothing is.
        let warning: Warning?

        /// The term for a case that is about these means.
        func term(_ averaging: EpisodeTraits.Averaging) -> StatutoryTerm {
            averaging == .day ? dailyTerm ?? term : term
        }
    }

    /// Where a figure is from.
    struct Note: Codable, Sendable, Equatable {
        let basis: Phrase
        let certainty: Certainty

        /// The text with its mark.
        var sentence: Phrase {
            Phrase("\(basis.zh)（\(certainty.phrase.zh)）", "\(basis.en) (\(certainty.phrase.en))")
        }
    }

    /// An earlier term that binds nobody, and is told of once it has passed.
    struct Warning: Codable, Sendable, Equatable {
        let term: StatutoryTerm
        let basis: Phrase
        let certainty: Certainty
    }

    let clocks: [CaseAction: Clock]
    /// The longest an order and its extensions may give, in calendar days.
    let rectificationDaysMax: Int
    /// How many days after its publication a public notice counts as served.
    let noticeDays: Int
    /// How long starting or stopping a plant may excuse an exceedance, in hours.
    let conditionHoursMax: Int
    /// Where that figure is from, and how sure we are of it; nil in figures of earlier programs.
    let conditionNote: Note?
    /// Until which hour of the next day the enterprise may mark the hours of a day.
    let markHourMax: Int
    /// How long after a case was opened a further exceedance of its outlet joins it, in hours, unless somebody has
    /// been there.
    let joinHoursMax: Int
    /// How long the second officer of a check on site has to answer its record.
    let recordTerm: StatutoryTerm
    /// How many bytes a file of evidence may have.
    let evidenceBytesMax: Int64
    /// How many files a case may have.
    let evidenceFilesMax: Int
    /// Factors whose exceedance is red whatever its multiple.
    let toxicFactors: Set<PollutantCode>
    /// What documents name as the legal basis of an exceedance.
    let legalBases: [LegalBasis]
    /// The full name of the city bureau.
    let bureau: Phrase?
    /// What papers carry whatever the case.
    let paperTexts: [PaperText]
    /// From when until when the texts were in force that officers name.
    let laws: LegalTimeline
    /// The days on which offices work.
    public let workingDays: any WorkingDays

    private struct File: Decodable {
        let rectificationDaysMax: Int
        let noticeDays: Int
        let conditionHoursMax: Int
        let conditionNote: Note?
        let joinHoursMax: Int
        let recordTerm: StatutoryTerm?
        let evidenceBytesMax: Int64
        let evidenceFilesMax: Int
        let toxicFactors: [PollutantCode]
        let legalBases: [LegalBasis]?
        let bureau: Phrase?
        let paperTexts: [PaperText]?
        let clocks: [Clock]
    }

    /// A resource file that cannot be used.
    public struct Defect: Error, CustomStringConvertible {
        /// What is wrong with it.
        public let description: String
    }

    /// The rules of a resource file, counted on a calendar.
    ///
    /// - Parameter markHourMax: Until which hour of the next day the hours of a day may be marked; the figure of
    ///   whoever judges the marks.
    /// - Parameter laws: The days of the texts that officers name.
    public init(
        json: [UInt8], calendar: any WorkingDays, markHourMax: Int, laws: LegalTimeline
    ) throws {
        let file = try JSONDecoder().decode(File.self, from: Data(json))
        var clocks: [CaseAction: Clock] = [:]
        for clock in file.clocks {
            guard let action = CaseAction(rawValue: clock.action) else {
                throw Defect(description: "closed-loop.json names an action that does not exist: \(clock.action)")
            }
            let terms = [clock.term, clock.dailyTerm, clock.warning?.term].compactMap { $0 }
            guard terms.allSatisfy({ $0.amount >= 1 }) else {
                throw Defect(description: "closed-loop.json gives \(clock.action) no time at all")
            }
            clocks[action] = clock
        }
        let beside = [ClosedLoop.request, ClosedLoop.service]
        let owed = (ClosedLoop.stands + beside).map(\.duty) + [.dismiss]
        for action in owed where clocks[action] == nil {
            throw Defect(description: "closed-loop.json has no clock for \(action.rawValue)")
        }
        self.clocks = clocks
        rectificationDaysMax = file.rectificationDaysMax
        noticeDays = file.noticeDays
        conditionHoursMax = file.conditionHoursMax
        conditionNote = file.conditionNote
        self.markHourMax = markHourMax
        joinHoursMax = file.joinHoursMax
        // Figures of earlier programs lack it.
        recordTerm = file.recordTerm ?? StatutoryTerm(3, .workingDay)
        evidenceBytesMax = file.evidenceBytesMax
        evidenceFilesMax = file.evidenceFilesMax
        toxicFactors = Set(file.toxicFactors)
        legalBases = file.legalBases ?? []
        bureau = file.bureau
        paperTexts = file.paperTexts ?? []
        self.laws = laws
        workingDays = calendar
    }

    /// The clock of an action that a state waits for.
    func clock(of action: CaseAction) -> Clock {
        guard let clock = clocks[action] else { preconditionFailure("every duty was given a clock when read") }
        return clock
    }

    /// When the marks of a day close.
    func marksClose(on day: CivilDate) -> Instant {
        Instant(startOf: day.adding(days: 1)).adding(hours: Int64(markHourMax))
    }

    /// The days on which offices work, as clocks that begin now are counted.
    var calendar: WorkingDayCalendar { workingDays.calendar }

    /// The same rules counted on another calendar.
    public func counted(on calendar: any WorkingDays) -> ClosedLoopRules {
        ClosedLoopRules(copying: self, calendar: calendar)
    }

    private init(copying other: ClosedLoopRules, calendar: any WorkingDays) {
        clocks = other.clocks
        rectificationDaysMax = other.rectificationDaysMax
        noticeDays = other.noticeDays
        conditionHoursMax = other.conditionHoursMax
        conditionNote = other.conditionNote
        markHourMax = other.markHourMax
        joinHoursMax = other.joinHoursMax
        recordTerm = other.recordTerm
        evidenceBytesMax = other.evidenceBytesMax
        evidenceFilesMax = other.evidenceFilesMax
        toxicFactors = other.toxicFactors
        legalBases = other.legalBases
        bureau = other.bureau
        paperTexts = other.paperTexts
        laws = other.laws
        workingDays = calendar
    }
}
