import Facts
public import Kernel
import Persistence
public import Web

extension SupervisionRoom {
    private static let readers = Permission.roles([.cityOfficer, .branchOfficer, .enterpriseManager])

    /// Evidence, receipts and documents of a case.
    var paperRoutes: [Route] {
        let list = Route.list(
            "/cases/{case}/evidence", summary: Phrase("案件证据", "evidence of a case"), permission: Self.readers,
            place: nil
        ) { visit, _ in try await evidencePage(visit) }
        return list + [
            Route(
                .post, "/cases/{case}/evidence", summary: Phrase("上传证据", "file evidence"),
                permission: Self.readers, fields: EvidenceForm.fields,
                upload: UploadRule(
                    field: EvidenceForm.file, bytesMax: rules.evidenceBytesMax, folder: shelf.incoming),
                onRefusal: { visit in .page(try await evidencePage(visit)) },
                handler: { visit in try await fileEvidence(visit) }),
            Route.page(
                "/cases/{case}/evidence/{number}", summary: Phrase("证据回执", "receipt of evidence"),
                permission: Self.readers
            ) { visit in try await evidenceReceipt(visit) },
            Route(
                .get, "/cases/{case}/evidence/{number}/file", summary: Phrase("证据文件", "a file of evidence"),
                permission: Self.readers, answer: .file
            ) { visit in .file(try await evidenceFile(visit)) },
            Route.page(
                "/cases/{case}/receipts/{step}", summary: Phrase("办理回执", "receipt of a step"),
                permission: Self.readers
            ) { visit in try await stepReceipt(visit) },
            Route.page(
                "/cases/{case}/documents/{step}", summary: Phrase("案件文书", "a document of a case"),
                permission: Self.readers
            ) { visit in try await documentPage(visit) },
        ]
    }

    /// Files a file that came in and tells its number in the case. Throws `CaseRefusal` or `EvidenceRefusal`.
    public func fileEvidence(
        _ file: ReceivedFile, note: String, in id: CaseID, by actor: Actor, at now: Instant
    ) async throws -> Int {
        try await evidenceDesk.file(
            EvidenceDesk.Filing(
                path: file.path, name: file.name, size_bytes: file.size_bytes, sha256: file.sha256, note: note),
            in: id, by: actor, at: now
        ).number
    }

    private func fileEvidence(_ visit: Visit) async throws -> Reply {
        let id: CaseID = try visit.code("case")
        guard let file = visit.file, file.size_bytes > 0 else { throw EvidenceRefusal.nothing }
        let number = try await fileEvidence(
            file, note: visit.form["note"] ?? "", in: id, by: try visit.signedIn(), at: visit.now)
        return .redirect("/cases/\(id)/evidence/\(number)")
    }

    private func evidencePage(_ visit: Visit) async throws -> EvidencePage {
        let (subject, _, files) = try await papers(visit)
        return EvidencePage(subject: subject, files: files, rules: rules, refused: visit.refused)
    }

    private func evidenceReceipt(_ visit: Visit) async throws -> ReceiptPage {
        let (subject, place, files) = try await papers(visit)
        return ReceiptPage(subject: subject, place: place, matter: .evidence(try chosen(files, visit)), windows: [])
    }

    private func evidenceFile(_ visit: Visit) async throws -> StoredFile {
        let file = try chosen(try await papers(visit).files, visit)
        return StoredFile(
            path: shelf.path(of: file.sha256), contentType: file.kind.rawValue, name: file.name,
            isShown: file.kind.isPicture)
    }

    private func chosen(_ files: [EvidenceFile], _ visit: Visit) throws -> EvidenceFile {
        let number = Int(try visit.parameter("number"))
        guard let file = files.first(where: { $0.number == number }) else { throw Problem.notFound }
        return file
    }

    private func stepReceipt(_ visit: Visit) async throws -> ReceiptPage {
        let (subject, place, _) = try await papers(visit)
        let number = Int(try visit.parameter("step"))
        guard let step = subject.steps.first(where: { $0.number == number }) else { throw Problem.notFound }
        return ReceiptPage(subject: subject, place: place, matter: .step(step), windows: markWindows)
    }

    private func documentPage(_ visit: Visit) async throws -> DocumentPage {
        let (subject, place, _) = try await papers(visit)
        guard let number = Int(try visit.parameter("step")), let document = CaseDocument(of: number, in: subject)
        else { throw Problem.notFound }
        let answers = try await database.read { try RecordAnswerStore.answers(of: subject.id, in: $0) }
        return DocumentPage(document: document, subject: subject, place: place, answer: answers[number])
    }

    /// A case in sight with its place and its files.
    private func papers(
        _ visit: Visit
    ) async throws -> (subject: SupervisionCase, place: CasePlace, files: [EvidenceFile]) {
        let id: CaseID = try visit.code("case")
        let scope = try visit.signedIn().scope
        let surroundings = surroundings
        let found = try await database.read { access -> (SupervisionCase, CasePlace, [EvidenceFile])? in
            guard let subject = try CaseStore.subject(id, scope: scope, in: access),
                let place = try surroundings.place(of: subject.outlet, in: access)
            else { return nil }
            return (subject, place, try EvidenceStore.files(of: id, in: access))
        }
        guard let found else { throw Problem.notFound }
        return found
    }
}
