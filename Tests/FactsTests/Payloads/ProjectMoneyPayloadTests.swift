import Facts
import Kernel
import Testing

/// The forms of what is said about needs of projects, the reserve pool and funds.
struct ProjectMoneyPayloadTests {
    private static let day = CivilDate(dayNumber: 0)

    private static func formsOfProjects() throws -> [PayloadFormTests.Form] {
        [
            try .init(
                ProjectNeedAsked(
                    policy: "P", project: 1, need: 2, sort: "land", what: "w", amount: DecimalNumber(4), owner: "o",
                    day: day), "governance.project-need-asked",
                """
                {"amount":"4","day":"1970-01-01","need":2,"owner":"o","policy":"P","project":1,"sort":"land","what":"w"}
                """),
            try .init(
                ProjectNeedGranted(policy: "P", project: 1, need: 2, day: day, document: "d"),
                "governance.project-need-granted",
                #"{"day":"1970-01-01","document":"d","need":2,"policy":"P","project":1}"#),
            try .init(
                ProjectPlaced(policy: "P", project: 1, longitude: DecimalNumber(120), latitude: DecimalNumber(30)),
                "governance.project-placed", #"{"latitude":"30","longitude":"120","policy":"P","project":1}"#),
            try .init(
                ProjectPhotoFiled(
                    policy: "P", project: 1, photo: 2, shows: "s", day: day, mediaType: "image/png", size_bytes: 3,
                    sha256: Digest256(of: "")), "governance.project-photo-filed",
                """
                {"day":"1970-01-01","mediaType":"image/png","photo":2,"policy":"P","project":1,\
                "sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","shows":"s","size_bytes":3}
                """),
            try .init(
                ProjectPhotoTakenBack(policy: "P", project: 1, photo: 2, reason: "r"),
                "governance.project-photo-taken-back", #"{"photo":2,"policy":"P","project":1,"reason":"r"}"#),
        ]
    }

    private static func formsOfMoney() throws -> [PayloadFormTests.Form] {
        [
            try .init(
                PoolProjectEntered(
                    project: 1, name: "n", region: RegionCode(checked: "330602"), sort: "water", unit: "u", totalFen: 5,
                    planFen: ["bank": 4], note: "w", day: day), "governance.pool-project-entered",
                """
                {"day":"1970-01-01","name":"n","note":"w","planFen":{"bank":4},"project":1,"region":"330602",\
                "sort":"water","totalFen":5,"unit":"u"}
                """),
            try .init(
                PoolProjectMoved(project: 1, step: 2, stage: "ripe", day: day, note: "n"),
                "governance.pool-project-moved",
                #"{"day":"1970-01-01","note":"n","project":1,"stage":"ripe","step":2}"#),
            try .init(
                PoolMoneySecured(
                    project: 1, entry: 2, source: "bank", amountFen: -5, belongsTo: 1, document: "d", day: day),
                "governance.pool-money-secured",
                """
                {"amountFen":-5,"belongsTo":1,"day":"1970-01-01","document":"d","entry":2,"project":1,"source":"bank"}
                """),
            try .init(
                FundOpened(fund: 1, policy: "P", name: "n", unit: "u", purpose: "p", task: 17),
                "governance.fund-opened",
                #"{"fund":1,"name":"n","policy":"P","purpose":"p","task":17,"unit":"u"}"#),
            try .init(
                FundEntryMade(
                    fund: 1, entry: 2, sort: "allocation", year: 2026, amountFen: 5, belongsTo: nil, target: "task",
                    targetName: "9", what: "w", document: "d", day: day), "governance.fund-entry-made",
                """
                {"amountFen":5,"day":"1970-01-01","document":"d","entry":2,"fund":1,"sort":"allocation",\
                "target":"task","targetName":"9","what":"w","year":2026}
                """),
            try .init(
                FundAppliedFor(
                    fund: 1, application: 2, unit: "u", target: "task", targetName: "9", amountFen: 5, what: "w"),
                "governance.fund-applied-for",
                """
                {"amountFen":5,"application":2,"fund":1,"target":"task","targetName":"9","unit":"u","what":"w"}
                """),
            try .init(
                FundApplicationJudged(fund: 1, application: 2, verdict: "accepted", note: "n"),
                "governance.fund-application-judged",
                #"{"application":2,"fund":1,"note":"n","verdict":"accepted"}"#),
        ]
    }

    @Test(arguments: try formsOfProjects() + formsOfMoney())
    func `a payload about money of projects has one form`(form: PayloadFormTests.Form) {
        #expect(String(decoding: form.bytes, as: UTF8.self) == form.json)
        #expect(form.comesBack)
    }
}
