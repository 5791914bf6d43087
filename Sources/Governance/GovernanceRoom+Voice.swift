import Facts
public import Kernel
public import Persistence
import Web

extension GovernanceRoom {
    private static let office = Permission.roles([.cityOfficer])

    /// Public feedback: a form for anybody with counts and answers by receipt; the office's list.
    var voiceRoutes: [Route] {
        let names = surveys.figures.services
        let serviceFilter = FormField(
            name: "service", label: Phrase("服务", "Service"), kind: .choice(names.map(\.code)), required: false,
            optionLabels: Dictionary(names.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first }))
        var sent = Route(
            .post, "/voice", summary: Phrase("提交公众评价", "say how one finds a service"), permission: .everyone,
            fields: VoicePage.fields(surveys.figures), onRefusal: { visit in .page(try await voicePage(visit)) },
            handler: { visit in .redirect("/voice?receipt=\(try await receive(visit))") })
        sent.isAnonymous = true
        return Route.list(
            "/voice", summary: Phrase("公众评价", "public feedback: the form, and counts by service"),
            permission: .everyone,
            query: [
                .filter("receipt", Phrase("回执号", "Receipt"), .text(max: 16)),
                .filter("from", Phrase("来自栏目", "Section"), .text(max: 60)),
            ], place: nil
        ) { visit, _ in try await voicePage(visit) }
            + [sent]
            + Route.list(
                "/governance/voice", summary: Phrase("公众评价办理", "public feedback for the office"),
                permission: Self.office,
                query: [.filter("state", Phrase("状态", "State"), among: Feedback.State.self), serviceFilter],
                place: "before", lines: 50, page: feedbackList)
            + [
                Route.page(
                    "/governance/voice/{number}", summary: Phrase("一条公众评价", "one feedback with its answer"),
                    permission: Self.office
                ) { visit in try await feedbackPage(visit) },
                Route(
                    .post, "/governance/voice/{number}/answer",
                    summary: Phrase("答复公众评价", "answer or close public feedback"), permission: Self.office,
                    fields: FeedbackPage.fields, onRefusal: { visit in .page(try await feedbackPage(visit)) },
                    handler: { visit in
                        let (number, now, form, voice) = (try Self.number(visit), visit.now, visit.form, voice)
                        let person = try visit.signedIn().person
                        let outcome = Feedback.Outcome(rawValue: form["outcome"] ?? "") ?? .closed
                        try await database.write { access in
                            try voice.settle(
                                number, as: outcome, answer: form["answer"] ?? "", by: person, at: now, in: access)
                        }
                        return .redirect("/governance/voice/\(number)")
                    }),
            ]
    }

    private static func number(_ visit: Visit) throws -> Int {
        guard let number = Int(try visit.parameter("number")) else { throw Problem.notFound }
        return number
    }

    private func receive(_ visit: Visit) async throws -> String {
        let (form, now, voice) = (visit.form, visit.now, voice)
        try posts.begin(visit.sender, at: now)
        return try await database.write { access in
            try voice.receive(
                service: form["service"] ?? "",
                stars: Dictionary(
                    voice.figures.dimensions.compactMap { dimension in
                        form[dimension.code].flatMap { Int($0) }.map { (dimension.code, $0) }
                    }, uniquingKeysWith: { first, _ in first }),
                text: form["text"], at: now, in: access)
        }
    }

    private func voicePage(_ visit: Visit) async throws -> VoicePage {
        let (figures, receipt, refused, now) = (surveys.figures, visit.query("receipt"), visit.refused, visit.now)
        let from = visit.query("from").flatMap { figures.service(at: $0) }?.code
        return try await database.read { access in
            VoicePage(
                figures: figures,
                totals: try FeedbackStore.totals(
                    from: Instant(milliseconds: 0), until: now.adding(minutes: 1), in: access),
                receipt: receipt,
                found: try receipt.flatMap { try FeedbackStore.feedback(receipt: $0.lowercased(), in: access) },
                refused: refused, from: from)
        }
    }

    private func feedbackList(_ visit: Visit, _ rowsMax: Int) async throws -> FeedbackListPage {
        let (figures, now) = (surveys.figures, visit.now)
        let state = visit.query("state").flatMap { Feedback.State(rawValue: $0) }
        let (service, before) = (visit.query("service"), visit.query("before").flatMap { Int($0) })
        let (found, due) = try await database.read { access in
            (
                try FeedbackStore.feedback(
                    state: state, service: service, before: before, limit: rowsMax + 1, in: access),
                try Self.dues(access)
            )
        }
        let shown = Array(found.prefix(rowsMax))
        return FeedbackListPage(
            figures: figures, state: state, service: service, shown: shown, due: due,
            next: found.count > shown.count
                ? shown.last.map { visit.address(with: "before", "\($0.number)") } : nil, now: now)
    }

    /// Until when the office has to answer, by number.
    private static func dues(_ access: any ReadAccess) throws -> [Int: Instant] {
        let duties = try DutyBook.all(beginningWith: Feedback.referencePrefix, in: access)
        return Dictionary(
            duties.compactMap { duty in Feedback.number(in: duty.reference).map { ($0, duty.due) } },
            uniquingKeysWith: { first, _ in first })
    }

    private func feedbackPage(_ visit: Visit) async throws -> FeedbackPage {
        let (number, figures, refused, desk) = (try Self.number(visit), surveys.figures, visit.refused, desk)
        let now = visit.now
        let page = try await database.read { access -> FeedbackPage? in
            guard let feedback = try FeedbackStore.feedback(number, in: access) else { return nil }
            let author = feedback.settled.flatMap { PersonID($0.author.replacing("person:", with: "")) }
            return FeedbackPage(
                figures: figures, feedback: feedback,
                due: try DutyBook.all(beginningWith: feedback.reference, in: access)
                    .first { $0.reference == feedback.reference }?.due,
                authorName: try author.flatMap { try desk.directory.member($0, in: access)?.name }, now: now,
                refused: refused)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    /// Takes feedback for somebody who is not known; tells its number.
    public func receive(
        service: String, stars: [Int], text: String?, at now: Instant, in access: any WriteAccess
    ) throws -> Int {
        let given = zip(voice.figures.dimensions.map(\.code), stars)
        _ = try voice.receive(
            service: service, stars: Dictionary(given, uniquingKeysWith: { first, _ in first }), text: text, at: now,
            in: access)
        return try FeedbackStore.last(access)
    }

    /// Answers feedback for the office.
    public func answer(
        _ number: Int, _ text: String, by person: PersonID, at now: Instant, in access: any WriteAccess
    ) throws {
        try voice.settle(number, as: .answered, answer: text, by: person, at: now, in: access)
    }
}
