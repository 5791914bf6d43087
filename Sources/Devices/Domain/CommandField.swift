/// The names of what a request carries: the keys of its form, its API and its stored parameters.
enum CommandField {
    static let seconds = "seconds"
    static let minutes = "minutes"
    static let retries = "retries"
    static let from = "from"
    static let to = "to"
    static let separator = "separator"
    static let factor = "factor"
    static let calibration = "calibration"
    static let information = "information"
    static let value = "value"
    static let link = "link"
    static let reason = "reason"
    static let confirmed = "confirmed"

    /// What is about the asking and not about the request itself.
    static let ofAsking: Set = [link, reason, confirmed]
}
