/// How the bytes of an encrypted data area stand on the wire.
public enum AreaForm: String, Sendable, Hashable, CaseIterable {
    /// As they are: the area keeps its length, and may hold `##`, `&&` and CR LF.
    case raw
    /// As the standard prints them: `{0xE4,0x3E,…}`, then the clear rest.
    case printed
}
