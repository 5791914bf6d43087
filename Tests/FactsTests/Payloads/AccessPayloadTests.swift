import Facts
import Kernel
import Testing

struct AccessPayloadTests {
    private static let person = PersonID(checked: "P1")

    private static func forms() throws -> [PayloadFormTests.Form] {
        [
            try PayloadFormTests.Form(
                OrganisationRecorded(organisation: "BANK", name: "示例", organisationKind: "bank"),
                "access.organisation-recorded", #"{"name":"示例","organisation":"BANK","organisationKind":"bank"}"#),
            try PayloadFormTests.Form(
                PersonProposed(person: person, role: .liaison, organisation: "BANK"), "access.person-proposed",
                #"{"organisation":"BANK","person":"P1","role":"liaison"}"#),
            try PayloadFormTests.Form(
                RoleGranted(person: person, role: .auditAdministrator), "access.role-granted",
                #"{"person":"P1","role":"audit-administrator"}"#),
            try PayloadFormTests.Form(
                PersonLeft(
                    person: person, successor: PersonID(checked: "P2"), duties: [DutyID(checked: "D1")],
                    sessionsEnded: 1, tokensEnded: 2, reason: "r"), "access.person-left",
                """
                {"duties":["D1"],"person":"P1","reason":"r","sessionsEnded":1,"successor":"P2","tokensEnded":2}
                """),
            try PayloadFormTests.Form(
                SecondFactorChanged(person: person, change: "enrolled"), "access.second-factor-changed",
                #"{"change":"enrolled","person":"P1"}"#),
            try PayloadFormTests.Form(
                PasswordChanged(person: person, way: "own"), "access.password-changed",
                #"{"person":"P1","way":"own"}"#),
            try PayloadFormTests.Form(
                SessionsEnded(person: person, count: 2), "access.sessions-ended", #"{"count":2,"person":"P1"}"#),
            try PayloadFormTests.Form(LoginUnlocked(person: person), "access.login-unlocked", #"{"person":"P1"}"#),
            try PayloadFormTests.Form(
                TokenIssued(token: "T-1", person: person, reach: "read", expiresAt: Instant(milliseconds: 1)),
                "access.token-issued", #"{"expiresAt":1,"person":"P1","reach":"read","token":"T-1"}"#),
            try PayloadFormTests.Form(
                TokenRevoked(token: "T-1", person: person), "access.token-revoked",
                #"{"person":"P1","token":"T-1"}"#),
        ]
    }

    @Test(arguments: try forms())
    func `a payload of people and access has one form`(form: PayloadFormTests.Form) {
        #expect(String(decoding: form.bytes, as: UTF8.self) == form.json)
        #expect(form.comesBack)
    }
}
