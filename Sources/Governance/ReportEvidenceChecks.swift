import Facts
import Kernel
import Persistence

/// Each file of evidence of a report, and each photo of a project, lies on the shelf with the bytes that
/// were journalled.
struct ReportEvidenceChecks: SelfChecking {
    let files: any WorkFiles

    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        var tally = CheckTally("each file of evidence of a report is there and is what was filed")
        for (code, _) in try PolicyStore.digests(access) {
            for (task, evidence) in try EvidenceRows.evidence([.code(code), .null], access) {
                guard case .file(_, let size_bytes, let sha256) = evidence.matter else { continue }
                let place = "evidence \(evidence.number) of \(code).T\(task)"
                guard let measured = try files.measure(sha256) else {
                    tally.examine("\(place) is missing from the evidence folder")
                    continue
                }
                let agrees = measured.sha256 == sha256 && measured.size_bytes == size_bytes
                tally.examine(agrees ? nil : "\(place) has other bytes than were filed")
            }
        }
        return [tally.report, try photos(access)]
    }

    private func photos(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("each photo of a project is there and is what was filed")
        for (code, _) in try PolicyStore.digests(access) {
            for record in try ProjectStore.records(of: code, in: access).values.sorted(by: { $0.project < $1.project })
            {
                for photo in record.photos {
                    let place = "photo \(photo.number) of \(code).P\(record.project)"
                    guard let measured = try files.measure(photo.sha256) else {
                        tally.examine("\(place) is missing from the evidence folder")
                        continue
                    }
                    let agrees = measured.sha256 == photo.sha256 && measured.size_bytes == photo.size_bytes
                    tally.examine(agrees ? nil : "\(place) has other bytes than were filed")
                }
            }
        }
        return tally.report
    }
}
