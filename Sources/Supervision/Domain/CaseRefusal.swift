public import Kernel

/// Why a step is not taken.
public enum CaseRefusal: Error, Equatable, Sendable {
    /// The case does not exist, or is not in sight.
    case notFound
    /// Another role takes this step.
    case wrongRole(needed: Role)
    /// The case goes on in another one.
    case merged(into: CaseID?)
    /// Somebody took a step since the page was shown (two officers at once, or a second click).
    case overtaken(state: CaseState)
    /// The case is not in the state this action starts from.
    case wrongState(action: CaseAction, state: CaseState)
    /// The exceedance stands, so that its case cannot be dismissed.
    case stillStands
    /// It was handed over for a penalty before.
    case alreadyHandedOver
    /// The enterprise reported the device fault before.
    case alreadyReported
    /// The service of the order is recorded already.
    case alreadyServed
    /// The order was not served yet, so that nothing can be re-checked.
    case notServed
    /// The clock ran out, or a request is open already: no more time can be asked for.
    case tooLate
    /// The field that decides where the action leads is empty or holds nothing that leads anywhere.
    case choiceMissing(field: String)
    /// The enterprise may still mark these hours, unless it states earlier that there is nothing to mark.
    case provisional(until: Instant)
    /// The exceedance no longer stands by a mark that the enterprise may still take back.
    case marksOpen(until: Instant)
    /// It is not said what becomes of the marks with these numbers.
    case marksUndecided([Int64])
    /// It is not said that values are taken which were sent again; the first of so many.
    case dataUndecided(first: Phrase, count: Int)
    /// Nothing of the case went because values or marks were sent again.
    case notResent
    /// Whoever judges marks refused this one, by its rule, with its status and its remedy.
    case markRefused(status: Int, rule: String, field: String?, what: Phrase, remedy: Phrase)
    /// The exceedance no longer stands, so that it cannot be confirmed.
    case nothingToConfirm
    /// Starting or stopping does not excuse these exceedances.
    case conditionUnfit(ConditionDefect)
    /// The outlet still exceeds, by hours or by days: nothing can be found right, or closed, while it does.
    case stillExceeding(byDays: Bool)
    /// The second officer objected to the record, and it is not said why it stands.
    case objected(record: String, words: String)
    /// A date is missing or is no date.
    case dateMissing(field: String)
    /// A date lies outside what the loop allows.
    case dateOutOfRange(field: String, from: CivilDate, to: CivilDate)
    /// A term longer than the law gives.
    case beyondTheLaw(field: String, last: CivilDate)
    /// No article of law is named, or one of a text that was not in force on the day of the exceedance.
    case article(ArticleDefect, proposed: String?)
    /// A time of day that is none, lies ahead, or ends nothing that began.
    case timeUnfit(field: String)
    /// A moment that lies before what it must follow: the case, the order, its service.
    case timeTooEarly(field: String, after: Instant)
    /// Nothing is said of how values are measured while the device is broken.
    case noSubstitute(field: String)
    /// A fault that began after the hours it is to explain.
    case faultLater(field: String, last: Instant)
    /// A record of a check on site lacks what the law asks: certificates shown, or why a signature is missing.
    case recordLacks(field: String)
    /// A file that proves no service.
    case proofUnfit(ProofLack)
    /// The marks of the first of these days are closed.
    case markTooLate(until: Instant)
    /// The last hour of a window lies before its first.
    case hoursInDisorder
    /// A window that does not touch the exceeding hours of the case, or leaves them where it may not.
    case hoursElsewhere(from: Instant, to: Instant)
    /// Starting or stopping without the kind that tells how long it may take.
    case windowMissing
    /// An officer has no valid certificate on the day of a step on site.
    case noCertificate(name: String, day: CivilDate, field: String?)
    /// The second officer is named as the first one again.
    case companionIsSelf
    /// The second officer is not in the register of certificates, or works elsewhere.
    case companionUnknown
    /// The officer who re-checked, confirmed or qualified may not close.
    ///
    /// - Parameter byChange: Who changed a limit or an adoption by which an exceedance went would dismiss its case.
    case sameOfficer(byChange: Bool = false)
}

extension CaseRefusal {
    /// The rule of the loop's table that was broken.
    var rule: CaseRule {
        switch self {
        case .notFound: .sight
        case .wrongRole: .role
        case .merged: .merged
        case .overtaken: .overtaken
        case .wrongState: .state
        case .stillStands: .stands
        case .alreadyHandedOver: .handedOver
        case .alreadyReported: .faultKnown
        case .alreadyServed: .served
        case .notServed: .service
        case .timeUnfit: .hours
        case .noSubstitute: .substitute
        case .recordLacks: .onSite
        case .timeTooEarly: .sequence
        case .faultLater: .faultLater
        case .proofUnfit: .proof
        case .tooLate: .noMoreTime
        case .choiceMissing: .choice
        case .provisional: .provisional
        case .marksOpen: .marksOpen
        case .marksUndecided: .marks
        case .markRefused: .markDesk
        case .dataUndecided: .data
        case .notResent: .notResent
        case .nothingToConfirm: .withdrawn
        case .conditionUnfit: .condition
        case .stillExceeding: .goingOn
        case .objected: .objected
        case .dateMissing: .date
        case .dateOutOfRange: .dateRange
        case .beyondTheLaw: .term
        case .article: .article
        case .markTooLate: .markLate
        case .hoursInDisorder: .markHours
        case .hoursElsewhere: .markElsewhere
        case .windowMissing: .markWindow
        case .noCertificate: .certificate
        case .companionIsSelf: .twoOfficers
        case .companionUnknown: .companion
        case .sameOfficer: .twoLevels
        }
    }
}
