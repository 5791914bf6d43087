/// How a request of the platform is answered (HJ 212-2017 §6.5; the pattern *upload* is the device's own).
enum CommandPattern: String, Sendable, CaseIterable {
    /// 9011, then 9012.
    case withoutData = "without-data"
    /// 9011, then data frames of the same command, then 9012.
    case withData = "with-data"
    /// 9013, and nothing more.
    case notification
}
