import Facts
import Kernel
import Persistence

/// Takes what people, who are not known, say of the platform's services, and the office's answers.
struct VoiceDesk: Sendable {
    let tasks: GovernanceDesk
    let figures: SurveyFigures

    /// Takes feedback; tells its receipt. What was written is a duty of the office.
    func receive(
        service: String, stars: [String: Int], text: String?, at now: Instant, in access: any WriteAccess
    ) throws -> String {
        guard figures.services.contains(where: { $0.code == service }) else { throw FeedbackRefusal.unknownService }
        for dimension in figures.dimensions {
            guard let given = stars[dimension.code], Feedback.starsRange.contains(given) else {
                throw FeedbackRefusal.stars(field: dimension.code)
            }
        }
        let asked = stars.filter { given in figures.dimensions.contains { $0.code == given.key } }
        guard text?.unicodeScalars.count ?? 0 <= Feedback.textMax else {
            throw FeedbackRefusal.textTooLong(max: Feedback.textMax)
        }
        let number = try FeedbackStore.last(access) + 1
        let sequence = try tasks.journal.append(
            FeedbackReceived(
                number: number, service: service, stars: asked, textSHA256: text.map { Digest256(of: $0) }),
            about: FactSubject(reference: Feedback.reference(number)), by: .system("public"), occurredAt: now,
            in: access)
        // The fact's own number is drawn by lot: its beginning is a receipt that nobody guesses.
        let receipt = try Journal.entry(sequence, in: access)?.factID.prefix(Feedback.receiptDigits) ?? ""
        try FeedbackStore.insert(
            Feedback(
                number: number, service: service, stars: asked, text: text, receipt: String(receipt), receivedAt: now,
                fact: sequence), in: access)
        if text != nil {
            try DutyBook.assign(
                Duty(
                    id: DutyID(checked: "GF-\(number)"), kind: GovernanceDutyKind.feedback.rawValue,
                    reference: Feedback.reference(number), role: .cityOfficer, enterprise: nil, region: nil,
                    since: now,
                    due: StatutoryTerm(figures.feedback.answer_working_days, .workingDay)
                        .due(from: now, on: tasks.calendar)), in: access)
        }
        return String(receipt)
    }

    /// Answers what somebody wrote, or closes it with the reason.
    func settle(
        _ number: Int, as outcome: Feedback.Outcome, answer: String, by person: PersonID, at now: Instant,
        in access: any WriteAccess
    ) throws {
        guard let feedback = try FeedbackStore.feedback(number, in: access) else {
            throw FeedbackRefusal.noSuchFeedback
        }
        guard feedback.text != nil else { throw FeedbackRefusal.nothingWritten }
        guard feedback.settled == nil else { throw FeedbackRefusal.settledAlready }
        guard (1...Feedback.answerMax).contains(answer.unicodeScalars.count) else {
            throw FeedbackRefusal.answerMissing
        }
        let author = FactAuthor.person(person)
        try FeedbackStore.settle(
            number, .init(outcome: outcome, answer: answer, author: author.text, settledAt: now), in: access)
        try tasks.journal.append(
            FeedbackSettled(number: number, outcome: outcome.rawValue, answer: answer),
            about: FactSubject(reference: feedback.reference), by: author, occurredAt: now, in: access)
        try DutyBook.settle(
            reference: feedback.reference, as: .done, at: now, journal: tasks.journal, in: access)
    }
}
