public import Kernel

/// Somebody with an open session.
public struct Visitor: Sendable, Equatable {
    /// Who acts.
    public let actor: Actor
    /// The session's secret that each form must carry: 64 hexadecimal digits.
    public let csrfToken: String
}
