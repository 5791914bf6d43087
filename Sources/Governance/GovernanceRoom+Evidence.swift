import Kernel
import Persistence
import Web

extension GovernanceRoom {
    /// The name of the file's field.
    static let evidenceField = "file"

    static let evidenceFields = [
        FormField(
            name: "evidence_month", label: Phrase("月份", "Month"), kind: .text(max: 7), required: true,
            hint: Phrase("如 2026-10", "like 2026-10"))
    ]

    /// Files of evidence of reports.
    var evidenceRoutes: [Route] {
        let workers = Permission.roles([.cityOfficer, .liaison])
        return [
            Route(
                .post, "/governance/{policy}/tasks/{number}/evidence",
                summary: Phrase("上传月报佐证", "file evidence of a report"), permission: workers,
                fields: Self.evidenceFields,
                upload: UploadRule(
                    field: Self.evidenceField, bytesMax: ReportEvidence.bytesMax, folder: workFiles.incoming),
                onRefusal: { visit in .page(try await work(visit, refused: nil, evidence: visit.refused)) },
                handler: { visit in try await fileEvidence(visit) }),
            Route(
                .get, "/governance/{policy}/tasks/{number}/evidence/{piece}",
                summary: Phrase("月报佐证文件", "a file of evidence of a report"), permission: workers, answer: .file
            ) { visit in .file(try await evidenceFile(visit)) },
        ]
    }

    private func fileEvidence(_ visit: Visit) async throws -> Reply {
        let (key, now, desk, person) = (try Self.key(visit), visit.now, desk, try visit.signedIn().person)
        guard let month = CivilMonth(visit.form["evidence_month"] ?? "") else { throw GovernanceRefusal.unknownMonth }
        guard let file = visit.file, file.size_bytes > 0 else { throw GovernanceRefusal.noFile }
        try await database.read { access in
            // Before the bytes are laid down, so that what is refused does not stay on the shelf.
            guard let doer = try desk.directory.member(person, in: access) else {
                throw GovernanceRefusal.unknownPerson
            }
            _ = try desk.evidenceNumber(month, of: key, by: doer, in: access)
        }
        let kind = try await workFiles.look(file.path)
        if kind.mediaType.hasPrefix("image/") {
            _ = try Self.mediaType(of: try await workFiles.bytes(file.path))
        }
        try await workFiles.keep(file.path, as: file.sha256)
        let name = file.name.isEmpty ? "evidence.\(kind.ending)" : file.name
        try await database.write { access in
            guard let doer = try desk.directory.member(person, in: access) else {
                throw GovernanceRefusal.unknownPerson
            }
            try desk.file(
                name, mediaType: kind.mediaType, size_bytes: file.size_bytes, sha256: file.sha256, with: month,
                of: key, by: doer, at: now, in: access)
        }
        return .redirect("/governance/\(key.policy)/tasks/\(key.number)")
    }

    private func evidenceFile(_ visit: Visit) async throws -> StoredFile {
        let (key, desk, person) = (try Self.key(visit), desk, try visit.signedIn().person)
        let piece = Int(try visit.parameter("piece"))
        let found = try await database.read { access -> ReportEvidence? in
            let (task, record) = try desk.look(at: key, in: access)
            let member = try desk.directory.member(person, in: access)
            guard try member.map({ try desk.reads(task, $0, in: access) }) ?? false else {
                throw GovernanceRefusal.notTheLead(lead: task.leadUnits)
            }
            return record.evidence.first { $0.number == piece }
        }
        guard let found, case .file(let mediaType, _, let sha256) = found.matter else { throw Problem.notFound }
        return StoredFile(
            path: workFiles.path(of: sha256), contentType: mediaType, name: found.name,
            isShown: mediaType.hasPrefix("image/"))
    }
}
