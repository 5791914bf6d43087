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

    /// Which secret an order is about; never the secret.
    static let generation = "generation"
    /// The number that a logger gets.
    static let number = "number"
    /// What a logger without a number calls its hardware.
    static let hardware = "hardware"

    /// What is about the asking and not about the request itself.
    static let ofAsking: Set = [link, reason, confirmed]
}
