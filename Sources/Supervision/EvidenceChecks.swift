import Facts
import Kernel
import Persistence

/// Each file of evidence lies on the shelf with the bytes that were journalled, and nothing else lies there.
struct EvidenceChecks: SelfChecking {
    let shelf: any EvidenceShelf

    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        var tally = CheckTally("each file of evidence is there and is what was filed")
        var told: [String: (fact: EvidenceFiled, by: FactAuthor, at: Instant)] = [:]
        var filed: Set<Digest256> = []
        try Journal.forEachEntry(access) { entry in
            // Reports on tasks of policies and photos of projects lie in the same folder.
            if let digest = (try? entry.fact(PolicyEvidenceFiled.self))?.sha256 { filed.insert(digest) }
            if let digest = (try? entry.fact(ProjectPhotoFiled.self))?.sha256 { filed.insert(digest) }
            // What cannot be read was not journalled as its row says.
            guard let fact = try? entry.fact(EvidenceFiled.self) else { return }
            told["\(fact.caseID)/\(fact.number)"] = (fact, entry.author, entry.occurredAt)
            filed.insert(fact.sha256)
        }
        try EvidenceStore.forEach(access) { id, file in
            let place = "\(id)/\(file.number)"
            let known = told.removeValue(forKey: place)
            // Earlier programs told neither the note nor the name.
            let fact = EvidenceFiled(
                caseID: id, number: file.number, name: file.name, mediaType: file.kind.rawValue,
                size_bytes: file.size_bytes, sha256: file.sha256, note: known?.fact.note == nil ? nil : file.note,
                signed: known?.fact.signed == nil ? nil : file.seal)
            guard let known, known.fact == fact, known.at == file.at,
                known.by == .person(file.actor)
            else {
                return tally.examine("evidence \(place) is not what was journalled")
            }
            guard let measured = try shelf.measure(file.sha256) else {
                return tally.examine("evidence \(place) (\(file.name)) is missing from the evidence folder")
            }
            let agrees = measured.sha256 == file.sha256 && measured.size_bytes == file.size_bytes
            tally.examine(agrees ? nil : "evidence \(place) (\(file.name)) has other bytes than were filed")
        }
        for place in told.keys.sorted() { tally.examine("evidence \(place) was journalled, but has no row") }
        return [tally.report, try strays(of: filed)]
    }

    /// Files that no fact names: a filing that broke off between shelf and database, or somebody's own.
    private func strays(of filed: Set<Digest256>) throws -> CheckReport {
        var tally = CheckTally("each file in the evidence folder is named by a fact")
        let names = try shelf.names()
        // An installation without evidence was looked at as well.
        if names.isEmpty { tally.examine(nil) }
        for name in names {
            let isFiled = Digest256(hex: name).map { filed.contains($0) } ?? false
            tally.examine(
                isFiled
                    ? nil
                    : "\(name) lies in the evidence folder, but no fact names it; move it away if nobody misses it")
        }
        return tally.report
    }
}
