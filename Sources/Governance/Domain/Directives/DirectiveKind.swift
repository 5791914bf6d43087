/// Which papers ask units for something and wait until it is done.
public enum DirectiveKind: String, Codable, Sendable, CaseIterable {
    /// 督查通知: the office found something about a unit's work.
    case inspection
    /// 会议纪要: the leading group decided something.
    case minutes

    /// The letter in a directive's key.
    var letter: String {
        switch self {
        case .inspection: "I"
        case .minutes: "M"
        }
    }
}
