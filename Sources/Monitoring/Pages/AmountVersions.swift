import Kernel
import Web

/// The recorded versions of a month's amount: why each came, and which one is shown.
struct AmountVersions: Sendable {
    let revisions: [AmountRevision]
    /// The version shown, from 1.
    let shown: Int

    /// Whether the one shown has been replaced.
    var isFormer: Bool { shown <= revisions.count }

    /// One row for each version that was replaced, with what replaced it and why.
    func rows(_ path: String, _ language: Language) -> [[String: Any]] {
        revisions.map { revision in
            [
                "number": String(revision.version - 1),
                "link": "\(path)?version=\(revision.version - 1)",
                "amount": AmountText.mass(revision.former.total),
                "recordedAt": revision.former.recordedAt.civil.secondText,
                "why": Self.why(revision, language),
            ]
        }
    }

    private static func why(_ revision: AmountRevision, _ language: Language) -> String {
        let change = revision.change
        let came = [change.firstCame, change.lastCame].compactMap { $0?.civil.minuteText }
        let span = Phrase(
            came.count == 2 ? "（\(came[0]) 至 \(came[1]) 收到）" : "",
            came.count == 2 ? " (received \(came[0]) to \(came[1]))" : "")
        let (late, changed) = (change.lateHours, change.changedHours)
        let marked =
            change.markedHours == 0
            ? Phrase("", "")
            : Phrase("（其中企业标记 \(change.markedHours) 小时）", " (\(change.markedHours) h by marks of the enterprise)")
        return Phrase(
            "此版记录后迟到 \(late) 小时、更正 \(changed) 小时\(marked.zh)\(span.zh)，重新记录为第 \(revision.version) 版",
            "after it \(late) h came late and \(changed) h were corrected\(marked.en)\(span.en); recorded again as "
                + "version \(revision.version)")(language)
    }
}
