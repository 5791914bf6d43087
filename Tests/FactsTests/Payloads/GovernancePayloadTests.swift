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
        ]
    }

    @Test(arguments: try forms())
    func `a payload of the work on policies has one form`(form: PayloadFormTests.Form) {
        #expect(String(decoding: form.bytes, as: UTF8.self) == form.json)
        #expect(form.comesBack)
    }
}
