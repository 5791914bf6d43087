/// Why a task has its light, as GOV-01 calls it.
enum LightReason: String, Codable, Sendable, CaseIterable {
    case fulfilled
    case notTaken = "not-taken"
    case deadlineOver = "deadline-over"
    case milestoneLate = "milestone-late"
    case reportsMissing = "reports-missing"
    case statedLate = "stated-late"
    case waitsForReview = "waits-for-review"
    case milestoneDue = "milestone-due"
    case reportMissing = "report-missing"
    case returned
    case atRisk = "at-risk"
    case deadlineNear = "deadline-near"
    case extended
    case nothingReported = "nothing-reported"
    case nothingAccepted = "nothing-accepted"
    case onTrack = "on-track"
}
