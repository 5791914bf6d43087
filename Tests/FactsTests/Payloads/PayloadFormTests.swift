import Facts
import Kernel
import Testing

/// Payloads are stored for decades: a changed name, type or default of a field shows here first.
struct PayloadFormTests {
    struct Form: CustomTestStringConvertible {
        let kind: String
        let bytes: [UInt8]
        let comesBack: Bool
        let json: String

        init<F: Fact>(_ fact: F, _ kind: String, _ json: String) throws {
            self.kind = F.kind == kind ? kind : "\(F.kind), expected \(kind)"
            bytes = try CanonicalJSON.bytes(of: fact)
            comesBack = try CanonicalJSON.value(F.self, from: Array(json.utf8)) == fact
            self.json = json
        }

        var testDescription: String { kind }
    }

    private static let extent = ExceedanceExtent(
        firstHour: Instant(milliseconds: 3_600_000), lastHour: Instant(milliseconds: 7_200_000), hours: 2,
        peak: DecimalNumber(70), limit: DecimalNumber(35), multiple: DecimalNumber(1), level: .orange, ended: false)
    private static let extentJSON = """
        {"ended":false,"firstHour":3600000,"hours":2,"lastHour":7200000,"level":"orange","limit":"35",\
        "multiple":"1","peak":"70"}
        """

    private static let outlet = OutletID(checked: "E01-DA001")
    private static let episode = EpisodeID(checked: "X1")
    private static let caseID = CaseID(checked: "C1")
    private static let emptyDigest = MerkleRoot.over([]).hex

    private static func forms() throws -> [Form] {
        try formsOfSources() + formsOfDeviceChanges() + formsOfFactors() + formsOfExceedances() + formsOfCases()
            + formsOfCourses() + formsOfCounts() + formsOfRequests() + formsOfCertificates() + formsOfAmounts()
            + formsOfRecords() + formsOfLimits()
    }

    private static func formsOfFactors() throws -> [Form] {
        [
            try Form(
                BoundariesImported(
                    regions: [RegionCode(checked: "330602")], positions: 5, frame: "wgs-84", source: "市局",
                    approval: nil, sha256: Digest256(of: "")),
                "registry.boundaries-imported",
                """
                {"frame":"wgs-84","positions":5,"regions":["330602"],"sha256":"\(Digest256(of: "").hex)",\
                "source":"市局"}
                """),
            try Form(
                FactorMappingRecorded(
                    mapping: 3, device: DeviceNumber(checked: "M1"), sentCode: PollutantCode(checked: "SO2"),
                    reading: "factor", target: .sulphurDioxide, unit: "ppm", multiplier: DecimalNumber(2),
                    validFrom: CivilDate(dayNumber: 0), validTo: nil, reason: "s"),
                "monitoring.factor-mapping-recorded",
                """
                {"device":"M1","mapping":3,"multiplier":"2","reading":"factor","reason":"s","sentCode":"SO2",\
                "target":"a21026","unit":"ppm","validFrom":"1970-01-01"}
                """),
            try Form(
                StandingTold(
                    sheet: "CX20261128-1A2B3C4D5E", enterprise: EnterpriseID(checked: "E01"), organisation: "BANK",
                    organisationName: "示例", purpose: "loan", sha256: Digest256(of: "")),
                "registry.standing-told",
                """
                {"enterprise":"E01","organisation":"BANK","organisationName":"示例","purpose":"loan",\
                "sha256":"\(Digest256(of: "").hex)","sheet":"CX20261128-1A2B3C4D5E"}
                """),
            try Form(
                HoursReread(
                    outlet: outlet, from: Instant(milliseconds: 0), until: Instant(milliseconds: 3_600_000),
                    changed: 2),
                "monitoring.hours-reread", #"{"changed":2,"from":0,"outlet":"E01-DA001","until":3600000}"#),
        ]
    }

    private static func formsOfSources() throws -> [Form] {
        let (person, firm) = (PersonID(checked: "P1"), EnterpriseID(checked: "E01"))
        return [
            try Form(
                PersonAdmitted(person: person, role: .branchOfficer), "access.person-admitted",
                #"{"person":"P1","role":"branch-officer"}"#),
            try Form(
                PersonSignedIn(person: person, way: "password"), "access.person-signed-in",
                #"{"person":"P1","way":"password"}"#),
            try Form(SignInRefused(person: nil), "access.sign-in-refused", "{}"),
            try Form(SignInRefused(person: person), "access.sign-in-refused", #"{"person":"P1"}"#),
            try Form(
                EnterpriseRegistered(enterprise: firm, name: "示例/热电"), "registry.enterprise-registered",
                #"{"enterprise":"E01","name":"示例/热电"}"#),
            try Form(
                OutletRegistered(outlet: outlet, name: "1#", device: DeviceNumber(checked: "M1")),
                "registry.outlet-registered", #"{"device":"M1","name":"1#","outlet":"E01-DA001"}"#),
            try Form(
                DeviceKeySet(device: DeviceNumber(checked: "M1"), outlet: outlet, generation: 2),
                "registry.device-key-set", #"{"device":"M1","generation":2,"outlet":"E01-DA001"}"#),
        ]
    }

    private static func formsOfLimits() throws -> [Form] {
        [
            try Form(
                LimitRecorded(
                    outlet: outlet, pollutant: .sulphurDioxide, limit: DecimalNumber(35),
                    validFrom: CivilDate(dayNumber: 0), validTo: nil, source: "s"), "monitoring.limit-recorded",
                """
                {"limit":"35","outlet":"E01-DA001","pollutant":"a21026","source":"s","validFrom":"1970-01-01"}
                """),
            try Form(
                LimitRecorded(
                    outlet: outlet, pollutant: PollutantCode(checked: "w01001"), limit: DecimalNumber(9),
                    validFrom: CivilDate(dayNumber: 0), validTo: nil, source: "s", number: 2, demand: .within,
                    lower: DecimalNumber(6), unit: "1", averaging: .day, sourceKind: .localOrder, table: "t",
                    reason: "r"), "monitoring.limit-recorded",
                """
                {"averaging":"day","demand":"within","limit":"9","lower":"6","number":2,"outlet":"E01-DA001",\
                "pollutant":"w01001","reason":"r","source":"s","sourceKind":"local-order","table":"t","unit":"1",\
                "validFrom":"1970-01-01"}
                """),
            try Form(
                LimitRecorded(
                    outlet: outlet, pollutant: PollutantCode(checked: "w21003"), limit: DecimalNumber(2),
                    validFrom: CivilDate(dayNumber: 0), validTo: nil, source: "s", unit: "mg/L", averaging: .day,
                    condition: "season 11-01..03-31", otherLimit: DecimalNumber(4), certainty: .fromMemory),
                "monitoring.limit-recorded",
                """
                {"averaging":"day","certainty":"from-memory","condition":"season 11-01..03-31","limit":"2",\
                "otherLimit":"4","outlet":"E01-DA001","pollutant":"w21003","source":"s","unit":"mg/L",\
                "validFrom":"1970-01-01"}
                """),
            try Form(
                RuleAdopted(rule: "MON-02", validFrom: CivilDate(dayNumber: 0), validTo: nil, source: "s", number: 1),
                "monitoring.rule-adopted", #"{"number":1,"rule":"MON-02","source":"s","validFrom":"1970-01-01"}"#),
            try Form(
                RuleAdoptionEnded(number: 1, rule: "MON-02", lastDay: CivilDate(dayNumber: 0), source: "s"),
                "monitoring.rule-adoption-ended", #"{"lastDay":"1970-01-01","number":1,"rule":"MON-02","source":"s"}"#),
            try Form(
                LimitEnded(number: 2, outlet: outlet, pollutant: .sulphurDioxide, lastDay: nil, reason: "r"),
                "monitoring.limit-ended",
                #"{"number":2,"outlet":"E01-DA001","pollutant":"a21026","reason":"r"}"#),
            try Form(
                ValuesRejudged(
                    outlet: outlet, pollutant: .sulphurDioxide, from: Instant(milliseconds: 0),
                    until: Instant(milliseconds: 1), changed: 3), "monitoring.values-rejudged",
                #"{"changed":3,"from":0,"outlet":"E01-DA001","pollutant":"a21026","until":1}"#),
        ]
    }

    private static func formsOfAmounts() throws -> [Form] {
        [
            try Form(
                AmountRecordedAgain(
                    outlet: outlet, pollutant: .sulphurDioxide, month: "2026-11", version: 2, lateHours: 5,
                    changedHours: 1, firstCame: Instant(milliseconds: 1), lastCame: nil,
                    former: DecisionID(checked: "D1"), decision: DecisionID(checked: "D2")),
                "monitoring.amount-recorded-again",
                """
                {"changedHours":1,"decision":"D2","firstCame":1,"former":"D1","lateHours":5,"month":"2026-11",\
                "outlet":"E01-DA001","pollutant":"a21026","version":2}
                """)
        ]
    }

    private static func formsOfDeviceChanges() throws -> [Form] {
        let device = DeviceNumber(checked: "M1")
        return [
            try Form(
                DevicePasswordSet(device: device, outlet: outlet, generation: 2), "registry.device-password-set",
                #"{"device":"M1","generation":2,"outlet":"E01-DA001"}"#),
            try Form(
                DeviceSecretConfirmed(
                    device: device, outlet: outlet, secret: "sm4-key", generation: 2, proof: "used"),
                "registry.device-secret-confirmed",
                #"{"device":"M1","generation":2,"outlet":"E01-DA001","proof":"used","secret":"sm4-key"}"#),
            try Form(
                DeviceNumberAssigned(outlet: outlet, device: device), "registry.device-number-assigned",
                #"{"device":"M1","outlet":"E01-DA001"}"#),
            try Form(
                DeviceNumberConfirmed(
                    outlet: outlet, device: device, former: DeviceNumber(checked: "M0"), proof: "told"),
                "registry.device-number-confirmed",
                #"{"device":"M1","former":"M0","outlet":"E01-DA001","proof":"told"}"#),
            try Form(
                DeviceRegistrationAccepted(hardware: "H1", outlet: outlet, device: device),
                "devices.registration-accepted", #"{"device":"M1","hardware":"H1","outlet":"E01-DA001"}"#),
            try Form(
                DeviceRegistrationDismissed(hardware: "H1"), "devices.registration-dismissed", #"{"hardware":"H1"}"#),
            try Form(
                DeviceKeyPolicySet(policy: "people"), "devices.key-policy-set", #"{"policy":"people"}"#),
        ]
    }

    private static func formsOfExceedances() throws -> [Form] {
        let decision = DecisionID(checked: "D1")
        return [
            try Form(
                FramesReceived(count: 0, root: MerkleRoot.over([])), "monitoring.frames-received",
                #"{"count":0,"root":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}"#),
            try Form(
                ExceedanceFound(
                    episode: episode, outlet: outlet, pollutant: .sulphurDioxide, extent: extent, decision: decision),
                "monitoring.exceedance-found",
                #"{"decision":"D1","episode":"X1","extent":\#(extentJSON),"outlet":"E01-DA001","pollutant":"a21026"}"#),
            try Form(
                ExceedanceChanged(episode: episode, extent: extent, decision: decision),
                "monitoring.exceedance-changed",
                #"{"decision":"D1","episode":"X1","extent":\#(extentJSON)}"#),
            try Form(
                ExceedanceWithdrawn(episode: episode, decision: decision, mergedInto: nil),
                "monitoring.exceedance-withdrawn", #"{"decision":"D1","episode":"X1"}"#),
        ]
    }

    private static func formsOfCases() throws -> [Form] {
        [
            try Form(
                CaseOpened(caseID: caseID, episode: episode, outlet: outlet, level: .red),
                "supervision.case-opened", #"{"caseID":"C1","episode":"X1","level":"red","outlet":"E01-DA001"}"#),
            try Form(
                CaseStepTaken(
                    caseID: caseID, step: 1, action: "warn", from: "found", to: "warned",
                    form: ["note": "x", "due": "2026-11-23"]), "supervision.case-step-taken",
                """
                {"action":"warn","caseID":"C1","form":{"due":"2026-11-23","note":"x"},"from":"found","step":1,\
                "to":"warned"}
                """),
            try Form(
                CaseStepTaken(
                    caseID: caseID, step: 1, action: "warn", from: "found", to: "warned", form: [:],
                    role: .branchOfficer, signed: MerkleRoot.over([])), "supervision.case-step-taken",
                """
                {"action":"warn","caseID":"C1","form":{},"from":"found","role":"branch-officer",\
                "signed":"\(emptyDigest)","step":1,"to":"warned"}
                """),
            try Form(
                CaseEvidenceChanged(caseID: caseID, extent: nil), "supervision.case-evidence-changed",
                #"{"caseID":"C1"}"#),
            try Form(
                CaseEvidenceChanged(caseID: caseID, extent: extent, mergedInto: episode),
                "supervision.case-evidence-changed", #"{"caseID":"C1","extent":\#(extentJSON),"mergedInto":"X1"}"#),
            try Form(InstallationMade(purpose: "real"), "installation.made", #"{"purpose":"real"}"#),
            try Form(
                CaseEvidenceChanged(caseID: caseID, extent: extent, upheldBy: 7, decision: DecisionID(checked: "D1")),
                "supervision.case-evidence-changed",
                #"{"caseID":"C1","decision":"D1","extent":\#(extentJSON),"upheldBy":7}"#),
            try Form(
                DutyMissed(
                    duty: DutyID(checked: "D1"), dutyKind: "k", reference: "C1", due: Instant(milliseconds: -1)),
                "duty.missed", #"{"due":-1,"duty":"D1","dutyKind":"k","reference":"C1"}"#),
        ]
    }

    private static func formsOfRequests() throws -> [Form] {
        [
            try Form(
                CaseEscalated(
                    caseID: caseID, state: "ordered", due: Instant(milliseconds: 5), handedTo: .cityOfficer,
                    level: .blue, beside: "decide-time", decides: Instant(milliseconds: 6)),
                "supervision.case-escalated",
                """
                {"beside":"decide-time","caseID":"C1","decides":6,"due":5,"handedTo":"city-officer","level":"blue",\
                "state":"ordered"}
                """),
            try Form(
                CaseEvidenceChanged(caseID: caseID, extent: nil, decides: Instant(milliseconds: 6)),
                "supervision.case-evidence-changed", #"{"caseID":"C1","decides":6}"#),
            try Form(
                CaseStepTaken(
                    caseID: caseID, step: 7, action: "ask-time", from: "ordered", to: "ordered", form: [:],
                    decides: Instant(milliseconds: 6)), "supervision.case-step-taken",
                """
                {"action":"ask-time","caseID":"C1","decides":6,"form":{},"from":"ordered","step":7,"to":"ordered"}
                """),
            try Form(
                CaseHandedOver(caseID: caseID, outlet: outlet, step: 6, reason: "r", article: "a"),
                "supervision.case-handed-over",
                #"{"article":"a","caseID":"C1","outlet":"E01-DA001","reason":"r","step":6}"#),
        ]
    }

    private static func formsOfCounts() throws -> [Form] {
        [
            try Form(
                CaseOpened(
                    caseID: caseID, episode: episode, outlet: outlet, level: .red, occurrence: 3, isToxic: false),
                "supervision.case-opened",
                #"{"caseID":"C1","episode":"X1","isToxic":false,"level":"red","occurrence":3,"outlet":"E01-DA001"}"#),
            try Form(
                CaseEpisodeJoined(caseID: caseID, episode: episode, pollutant: .sulphurDioxide, isToxic: true),
                "supervision.case-episode-joined",
                #"{"caseID":"C1","episode":"X1","isToxic":true,"pollutant":"a21026"}"#),
            try Form(
                CaseRecounted(caseID: caseID, occurrence: 3, level: .red), "supervision.case-recounted",
                #"{"caseID":"C1","level":"red","occurrence":3}"#),
        ]
    }

    private static func formsOfCourses() throws -> [Form] {
        [
            try Form(
                CaseEvidenceChanged(caseID: caseID, extent: nil, mergedInto: nil, episode: episode),
                "supervision.case-evidence-changed", #"{"caseID":"C1","episode":"X1"}"#),
            try Form(
                CaseEpisodeJoined(caseID: caseID, episode: episode, pollutant: .sulphurDioxide),
                "supervision.case-episode-joined", #"{"caseID":"C1","episode":"X1","pollutant":"a21026"}"#),
            try Form(
                ExceedanceExempted(episode: episode, outlet: outlet, reason: "no-enterprise"),
                "supervision.exceedance-exempted",
                #"{"episode":"X1","outlet":"E01-DA001","reason":"no-enterprise"}"#),
            try Form(
                CaseMerged(caseID: caseID, into: CaseID(checked: "C2"), from: "found"), "supervision.case-merged",
                #"{"caseID":"C1","from":"found","into":"C2"}"#),
            try Form(
                CaseEscalated(
                    caseID: caseID, state: "warned", due: Instant(milliseconds: 5), handedTo: .branchOfficer,
                    level: .blue), "supervision.case-escalated",
                #"{"caseID":"C1","due":5,"handedTo":"branch-officer","level":"blue","state":"warned"}"#),
            try Form(
                CaseEscalated(
                    caseID: caseID, state: "found", due: Instant(milliseconds: 5), handedTo: nil, level: .yellow),
                "supervision.case-escalated", #"{"caseID":"C1","due":5,"level":"yellow","state":"found"}"#),
            try Form(
                CaseClockWarned(
                    caseID: caseID, state: "repairing", warnedOf: Instant(milliseconds: 4),
                    due: Instant(milliseconds: 5)), "supervision.case-clock-warned",
                #"{"caseID":"C1","due":5,"state":"repairing","warnedOf":4}"#),
            try Form(
                CaseReopened(caseID: caseID, closedBy: 9, state: "accepted", level: .red),
                "supervision.case-reopened", #"{"caseID":"C1","closedBy":9,"level":"red","state":"accepted"}"#),
            try Form(
                CaseHandedOver(caseID: caseID, outlet: outlet, step: 6, reason: "r"), "supervision.case-handed-over",
                #"{"caseID":"C1","outlet":"E01-DA001","reason":"r","step":6}"#),
            try Form(
                OperatingConditionStated(
                    caseID: caseID, outlet: outlet, day: CivilDate(dayNumber: 0), condition: "start", step: 2),
                "supervision.operating-condition-stated",
                #"{"caseID":"C1","condition":"start","day":"1970-01-01","outlet":"E01-DA001","step":2}"#),
            try Form(
                EvidenceFiled(
                    caseID: caseID, number: 1, name: "a.png", mediaType: "image/png", size_bytes: 3,
                    sha256: MerkleRoot.over([]), note: "n"), "supervision.evidence-filed",
                """
                {"caseID":"C1","mediaType":"image/png","name":"a.png","note":"n","number":1,\
                "sha256":"\(emptyDigest)","size_bytes":3}
                """),
        ]
    }

    private static func formsOfRecords() throws -> [Form] {
        [
            try Form(
                RecordAnswered(
                    caseID: caseID, step: 4, officer: PersonID(checked: "P1"), answer: "objected", words: "w",
                    signed: MerkleRoot.over([])), "supervision.record-answered",
                """
                {"answer":"objected","caseID":"C1","officer":"P1","signed":"\(emptyDigest)","step":4,"words":"w"}
                """)
        ]
    }

    private static func formsOfCertificates() throws -> [Form] {
        let person = PersonID(checked: "P1")
        return [
            try Form(
                HolidaysImported(year: 2027, days: 30), "supervision.holidays-imported", #"{"days":30,"year":2027}"#),
            try Form(
                HolidaysImported(year: 2027, days: 30, digest: Digest256(of: "")), "supervision.holidays-imported",
                #"{"days":30,"digest":"\#(Digest256(of: "").hex)","year":2027}"#),
            try Form(
                CertificateRecorded(
                    number: "SL-1", person: person, validFrom: CivilDate(dayNumber: 0), validTo: CivilDate(dayNumber: 1)
                ),
                "access.certificate-recorded",
                #"{"number":"SL-1","person":"P1","validFrom":"1970-01-01","validTo":"1970-01-02"}"#),
            try Form(
                CertificateWithdrawn(number: "SL-1", person: person, reason: "r"), "access.certificate-withdrawn",
                #"{"number":"SL-1","person":"P1","reason":"r"}"#),
        ]
    }

    @Test(arguments: try forms())
    func `a payload has one form`(form: Form) {
        #expect(String(decoding: form.bytes, as: UTF8.self) == form.json)
        #expect(form.comesBack)
    }

    @Test func `every kind has its own name`() throws {
        let kinds = Set(try Self.forms().map(\.kind))
        #expect(kinds.count == 46)
        #expect(kinds.filter { $0.wholeMatch(of: /[a-z]+\.[a-z]+(-[a-z]+)*/) == nil } == [])
    }

    @Test func `warnings are ordered by how loud they are`() {
        #expect(WarningLevel.allCases.reversed().sorted() == [.blue, .yellow, .orange, .red])
        #expect(Set(WarningLevel.allCases.map(\.phrase)).count == 4)
    }
}
