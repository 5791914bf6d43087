import Facts
import Kernel

/// What becomes of the order of a case no exceedance of which stands any more: one that was not served is served no
/// more, one that was served ends by what the city says of it, and the enterprise is told.
struct OrderEnding: Sendable, Equatable {
    /// The number of its paper, and the day on which it was made.
    let number: String
    let day: CivilDate
    /// Its service; nil while none is recorded.
    let service: OrderService?
    /// Whether a service was owed: orders of earlier programs count from their own day.
    let owesService: Bool

    /// The field of a dismissal's step that tells of it, in Chinese; with `_en` in English.
    static let field = "order_ended"

    /// The order that stands in a case; nil without one.
    init?(of subject: SupervisionCase) {
        guard let order = subject.round.last(where: { $0.action == .order }),
            let paper = CaseDocument(of: order.number, in: subject)
        else { return nil }
        number = paper.fullNumber(in: subject)
        day = order.at.civil.date
        service = subject.service
        owesService = subject.owesService
    }

    /// In words, for the paper of the dismissal.
    ///
    /// - Parameter cause: Why the last exceedance went; nil where that is not told.
    func phrase(because cause: JudgingCause?) -> Phrase {
        let why = cause.map { Phrase("（起因：\($0.phrase.zh)）", " (because: \($0.phrase.en))") } ?? Phrase("", "")
        return Phrase(
            "\(given.zh)；超标不再成立\(why.zh)，\(end.zh)", "\(given.en); no exceedance stands\(why.en), \(end.en)")
    }

    /// The same before the dismissal, for the page of the case.
    func waiting(because cause: JudgingCause?) -> Phrase {
        let told = phrase(because: cause)
        return Phrase("\(told.zh)。待市局撤销案件", "\(told.en). The city bureau is to dismiss the case")
    }

    /// What is asked of whoever dismisses the case of an order that was served; nil where it was not.
    var question: Phrase? {
        owesService
            ? nil
            : Phrase(
                "责令已送达，请写明为何终止；理由印在销号单上，并应书面告知企业",
                "the order was served: say why it ends; the reason is printed, and the enterprise is told in writing")
    }

    private var given: Phrase {
        let made = Phrase("\(number)（\(day) 作出）", "\(number) (made \(day))")
        guard let service else {
            return owesService
                ? Phrase("\(made.zh)未送达", "\(made.en) was not served")
                : Phrase("\(made.zh)自作出之日起算", "\(made.en) counts from its own day")
        }
        return Phrase("\(made.zh)已送达，自 \(service.day) 起算", "\(made.en) was served and counts from \(service.day)")
    }

    private var end: Phrase {
        owesService
            ? Phrase("不再送达，随案件终止", "it is served no more and ends with its case")
            : Phrase(
                "按撤销理由终止，并书面告知企业",
                "it ends for the reasons of the dismissal, and the enterprise is told in writing")
    }
}
