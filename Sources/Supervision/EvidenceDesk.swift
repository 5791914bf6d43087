import Facts
import Kernel
import Persistence

/// Takes files of evidence: looks at them, lays their bytes on the shelf, and writes row and fact in one transaction.
struct EvidenceDesk: Sendable {
    let database: any Database
    let journal: Journal
    let shelf: any EvidenceShelf
    let rules: ClosedLoopRules

    /// What a file is filed with.
    struct Filing: Sendable {
        let path: String
        let name: String
        let size_bytes: Int64
        let sha256: Digest256
        let note: String
    }

    /// Files evidence in a case. The same bytes of the same person twice are one: a second click gets the first
    /// receipt. Of another person they are a filing of its own, with its name and note; the bytes lie there once.
    ///
    /// Throws `CaseRefusal` or `EvidenceRefusal`; nothing is kept then. Bytes are laid down before their row, so that a
    /// row never stands without them.
    func file(_ filing: Filing, in id: CaseID, by actor: Actor, at now: Instant) async throws -> EvidenceFile {
        try await database.read { access in
            try check(id, for: actor, in: access)
            // Looked at before the bytes are laid down, so that what is refused does not stay on the shelf.
            _ = try known(filing, of: actor, among: EvidenceStore.files(of: id, in: access))
        }
        let kind = try await shelf.scan(filing.path).kind()
        try await shelf.keep(filing.path, as: filing.sha256)
        return try await database.write { access in
            try check(id, for: actor, in: access)
            let files = try EvidenceStore.files(of: id, in: access)
            if let known = try known(filing, of: actor, among: files) { return known }
            let file = EvidenceFile(
                number: files.count + 1, name: filing.name.isEmpty ? "evidence.\(kind.ending)" : filing.name,
                kind: kind,
                size_bytes: filing.size_bytes, sha256: filing.sha256, note: filing.note, actor: actor.person,
                actorName: actor.name, role: actor.role, at: now)
            try EvidenceStore.insert(file, of: id, in: access)
            guard let subject = try CaseStore.subject(id, scope: .city, in: access) else { throw CaseRefusal.notFound }
            try journal.append(
                EvidenceFiled(
                    caseID: id, number: file.number, name: file.name, mediaType: kind.rawValue,
                    size_bytes: file.size_bytes, sha256: file.sha256, note: file.note, signed: file.seal),
                about: FactSubject(enterprise: subject.enterprise, region: subject.region, reference: id.text),
                by: .person(actor.person), occurredAt: now, in: access)
            return file
        }
    }

    /// The file with the same bytes of the same person; nil when there is none and another one may be filed.
    private func known(
        _ filing: Filing, of actor: Actor, among files: [EvidenceFile]
    ) throws(EvidenceRefusal) -> EvidenceFile? {
        if let known = files.first(where: { $0.sha256 == filing.sha256 && $0.actor == actor.person }) { return known }
        guard files.count < rules.evidenceFilesMax else {
            throw EvidenceRefusal.tooMany(max: rules.evidenceFilesMax)
        }
        return nil
    }

    private func check(_ id: CaseID, for actor: Actor, in access: any ReadAccess) throws {
        guard let subject = try CaseStore.subject(id, scope: actor.scope, in: access) else {
            throw CaseRefusal.notFound
        }
        if subject.state == .merged { throw CaseRefusal.merged(into: subject.mergedInto) }
        if subject.state == .closed { throw EvidenceRefusal.closed }
    }
}
