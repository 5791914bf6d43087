import Facts
import Kernel
import Testing

/// The forms of what is said about policies, tasks and indicators.
struct GovernancePayloadTests {
    private static let day = CivilDate(dayNumber: 0)

    private static func forms() throws -> [PayloadFormTests.Form] {
        [
            try .init(
                PolicyUnitBound(unit: "市经信局", organisation: "U1"), "governance.unit-bound",
                #"{"organisation":"U1","unit":"市经信局"}"#),
            try .init(
                PolicyTaskAssigned(
                    policy: "P", task: 1, unit: "u", person: PersonID(checked: "P1"), firstMonth: "2026-08"),
                "governance.task-assigned",
                #"{"firstMonth":"2026-08","person":"P1","policy":"P","task":1,"unit":"u"}"#),
            try .init(
                PolicyTaskReported(
                    policy: "P", task: 1, month: "2026-08", attempt: 1, unit: "u", standing: "late", progress: "p",
                    evidence: "e"), "governance.task-reported",
                """
                {"attempt":1,"evidence":"e","month":"2026-08","policy":"P","progress":"p","standing":"late",\
                "task":1,"unit":"u"}
                """),
            try .init(
                PolicyTaskExtended(policy: "P", task: 1, deadline: day, document: "d", reason: "r"),
                "governance.task-extended",
                #"{"deadline":"1970-01-01","document":"d","policy":"P","reason":"r","task":1}"#),
            try .init(
                IndicatorValueFiled(
                    indicator: "AIR_PM25", region: RegionCode(checked: "330602"), month: "2026-10", number: 2,
                    value: DecimalNumber(28), source: "s", unit: "u", reason: "r"), "governance.indicator-filed",
                """
                {"indicator":"AIR_PM25","month":"2026-10","number":2,"reason":"r","region":"330602","source":"s",\
                "unit":"u","value":"28"}
                """),
            try .init(
                IndicatorValueFiled(
                    indicator: "AIR_PM25", region: nil, month: "2026-10", number: 1, value: DecimalNumber(28),
                    source: "s", unit: "u", reason: nil), "governance.indicator-filed",
                """
                {"indicator":"AIR_PM25","month":"2026-10","number":1,"source":"s","unit":"u","value":"28"}
                """),
            try .init(
                IndicatorMonthFrozen(month: "2026-10", figures: 3, missing: 1, sha256: Digest256(of: "")),
                "governance.month-frozen",
                #"{"figures":3,"missing":1,"month":"2026-10","sha256":"\#(Digest256(of: "").hex)"}"#),
            try .init(
                IndicatorMonthFrozen(
                    month: "2026-10", figures: 3, missing: 1, sha256: Digest256(of: ""), despite: "d"),
                "governance.month-frozen",
                #"{"despite":"d","figures":3,"missing":1,"month":"2026-10","sha256":"\#(Digest256(of: "").hex)"}"#),
        ]
    }

    private static func formsOfShares() throws -> [PayloadFormTests.Form] {
        [
            try .init(
                PolicyContributionFiled(
                    policy: "P", task: 1, number: 2, month: "2026-08", unit: "u", text: "t", evidence: "e"),
                "governance.contribution-filed",
                #"{"evidence":"e","month":"2026-08","number":2,"policy":"P","task":1,"text":"t","unit":"u"}"#),
            try .init(
                PolicyTakeoverAsked(policy: "P", task: 1, unit: "u", person: PersonID(checked: "P1")),
                "governance.takeover-asked", #"{"person":"P1","policy":"P","task":1,"unit":"u"}"#),
            try .init(
                PolicyDutyReminded(
                    duty: DutyID(checked: "D1"), dutyKind: "k", reference: "P.T1.2026-08", unit: "u", person: nil,
                    due: Instant(milliseconds: 0)),
                "governance.duty-reminded",
                """
                {"due":0,"duty":"D1","dutyKind":"k","reference":"P.T1.2026-08","unit":"u"}
                """),
            try .init(
                PolicyTaskAssigned(
                    policy: "P", task: 1, unit: "u", person: PersonID(checked: "P1"), firstMonth: "2026-08",
                    since: "2026-11"), "governance.task-assigned",
                """
                {"firstMonth":"2026-08","person":"P1","policy":"P","since":"2026-11","task":1,"unit":"u"}
                """),
            try .init(
                PolicyTargetSet(policy: "P", task: 1, year: 2026, unit: "u", text: "t", indicator: nil),
                "governance.target-set", #"{"policy":"P","task":1,"text":"t","unit":"u","year":2026}"#),
            try .init(
                PolicyTargetConfirmed(policy: "P", task: 1, year: 2026), "governance.target-confirmed",
                #"{"policy":"P","task":1,"year":2026}"#),
            try .init(
                PolicyActTakenBack(
                    policy: "P", task: 1, number: 1, act: "acceptance", target: "2026-08", document: "d", reason: "r"),
                "governance.act-taken-back",
                """
                {"act":"acceptance","document":"d","number":1,"policy":"P","reason":"r","target":"2026-08","task":1}
                """),
            try .init(
                ProjectMonthReported(
                    policy: "P", project: 1, month: "2026-10", number: 2, plannedFen: 5, doneFen: [:],
                    progress_percent: 40, note: "n", reason: "r", overReason: "o"),
                "governance.project-month-reported",
                """
                {"doneFen":{},"month":"2026-10","note":"n","number":2,"overReason":"o","plannedFen":5,"policy":"P",\
                "progress_percent":40,"project":1,"reason":"r"}
                """),
        ]
    }

    private static func formsOfReforms() throws -> [PayloadFormTests.Form] {
        [
            try .init(
                ReformDocumentEntered(
                    policy: "P", reform: 1, document: 2, title: "t", unit: "u", due: day, reviewYears: 3),
                "governance.reform-document-entered",
                """
                {"document":2,"due":"1970-01-01","policy":"P","reform":1,"reviewYears":3,"title":"t","unit":"u"}
                """),
            try .init(
                ReformDocumentEntered(
                    policy: "P", reform: 1, document: 2, title: "t", unit: "u", due: day, reviewYears: 3,
                    sort: "list", series: "s"),
                "governance.reform-document-entered",
                """
                {"document":2,"due":"1970-01-01","policy":"P","reform":1,"reviewYears":3,"series":"s","sort":"list",\
                "title":"t","unit":"u"}
                """),
            try .init(
                ReformDocumentAdvanced(
                    policy: "P", reform: 1, document: 2, step: 3, stage: "issued", day: day, note: "n"),
                "governance.reform-document-advanced",
                """
                {"day":"1970-01-01","document":2,"note":"n","policy":"P","reform":1,"stage":"issued","step":3}
                """),
        ]
    }

    private static func formsOfWork() throws -> [PayloadFormTests.Form] {
        [
            try .init(
                PolicyEvidenceFiled(
                    policy: "P", task: 1, month: "2026-10", number: 1, name: "n", mediaType: nil, size_bytes: nil,
                    sha256: nil, fact: 7), "governance.evidence-filed",
                #"{"fact":7,"month":"2026-10","name":"n","number":1,"policy":"P","task":1}"#),
            try .init(
                PolicyToleranceFound(
                    policy: "P", task: 1, number: 1, finding: "refused", document: "d", met: ["trial"], note: "n"),
                "governance.tolerance-found",
                #"{"document":"d","finding":"refused","met":["trial"],"note":"n","number":1,"policy":"P","task":1}"#),
            try .init(
                ProjectUnitNamed(policy: "P", project: 1, unit: "u"), "governance.project-unit-named",
                #"{"policy":"P","project":1,"unit":"u"}"#),
            try .init(
                ProjectMonthReported(
                    policy: "P", project: 1, month: "2026-10", number: 1, plannedFen: 5, doneFen: ["bank": 4],
                    progress_percent: 40, note: "n", reason: nil), "governance.project-month-reported",
                """
                {"doneFen":{"bank":4},"month":"2026-10","note":"n","number":1,"plannedFen":5,"policy":"P",\
                "progress_percent":40,"project":1}
                """),
            try .init(
                ProjectObstacleMet(
                    policy: "P", project: 1, obstacle: 2, what: "w", owner: "o", due: day, raisedOn: nil),
                "governance.project-obstacle-met",
                #"{"due":"1970-01-01","obstacle":2,"owner":"o","policy":"P","project":1,"what":"w"}"#),
            try .init(
                ProjectObstacleMet(
                    policy: "P", project: 1, obstacle: 2, what: "w", owner: "o", due: day, raisedOn: day),
                "governance.project-obstacle-met",
                """
                {"due":"1970-01-01","obstacle":2,"owner":"o","policy":"P","project":1,"raisedOn":"1970-01-01",\
                "what":"w"}
                """),
            try .init(
                ProjectObstacleSolved(policy: "P", project: 1, obstacle: 2, day: day, how: "h"),
                "governance.project-obstacle-solved",
                #"{"day":"1970-01-01","how":"h","obstacle":2,"policy":"P","project":1}"#),
        ]
    }

    private static func formsOfSurveys() throws -> [PayloadFormTests.Form] {
        let digest = Digest256(of: "")
        return [
            try .init(
                SurveyOpened(
                    year: 2026, title: "t", centre: "c", firstDay: day, lastDay: day, districts: 6, population: 7,
                    sha256: digest), "governance.survey-opened",
                """
                {"centre":"c","districts":6,"firstDay":"1970-01-01","lastDay":"1970-01-01","population":7,\
                "sha256":"\(digest.hex)","title":"t","year":2026}
                """),
            try .init(
                SurveyAnswersTaken(year: 2026, batch: 1, answers: 2, sha256: digest),
                "governance.survey-answers-taken",
                #"{"answers":2,"batch":1,"sha256":"\#(digest.hex)","year":2026}"#),
            try .init(
                SurveyClosed(
                    year: 2026, answers: 2, mean_hundredths: 8_555, margin_hundredths: nil,
                    decision: DecisionID(checked: "D1"), sha256: digest), "governance.survey-closed",
                """
                {"answers":2,"decision":"D1","mean_hundredths":8555,"sha256":"\(digest.hex)","year":2026}
                """),
            try .init(
                FeedbackReceived(number: 1, service: "policy", stars: ["gain": 5], textSHA256: nil),
                "governance.feedback-received",
                #"{"number":1,"service":"policy","stars":{"gain":5}}"#),
            try .init(
                FeedbackSettled(number: 1, outcome: "closed", answer: "a"), "governance.feedback-settled",
                #"{"answer":"a","number":1,"outcome":"closed"}"#),
        ]
    }

    private static func formsOfDirectives() throws -> [PayloadFormTests.Form] {
        [
            try .init(
                DirectiveIssued(directive: "I-2026-1", title: "t", units: ["u"], sha256: Digest256(of: "")),
                "governance.directive-issued",
                #"{"directive":"I-2026-1","sha256":"\#(Digest256(of: "").hex)","title":"t","units":["u"]}"#),
            try .init(
                DirectiveAnswered(directive: "I-2026-1", item: 1, attempt: 2, unit: "u", text: "t", evidence: 7),
                "governance.directive-answered",
                #"{"attempt":2,"directive":"I-2026-1","evidence":7,"item":1,"text":"t","unit":"u"}"#),
            try .init(
                DirectiveJudged(
                    directive: "I-2026-1", item: 1, attempt: 2, verdict: "returned", note: "n", again: day),
                "governance.directive-judged",
                """
                {"again":"1970-01-01","attempt":2,"directive":"I-2026-1","item":1,"note":"n","verdict":"returned"}
                """),
            try .init(
                AnalysisWritten(period: "2026-Q3", texts: ["economy": "t"]), "governance.analysis-written",
                #"{"period":"2026-Q3","texts":{"economy":"t"}}"#),
            try .init(
                AnalysisIssued(period: "2026-Q3", months: ["2026-07"], sha256: Digest256(of: "")),
                "governance.analysis-issued",
                #"{"months":["2026-07"],"period":"2026-Q3","sha256":"\#(Digest256(of: "").hex)"}"#),
        ]
    }

    @Test(
        arguments: try forms() + formsOfReforms() + formsOfWork() + formsOfShares() + formsOfSurveys()
            + formsOfDirectives())
    func `a payload of the work on policies has one form`(form: PayloadFormTests.Form) {
        #expect(String(decoding: form.bytes, as: UTF8.self) == form.json)
        #expect(form.comesBack)
    }
}
