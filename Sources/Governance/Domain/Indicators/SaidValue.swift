/// What somebody says of an indicator, as a form or a line of a table holds it.
struct SaidValue: Sendable, Equatable {
    let indicator: String
    /// A district's code; empty for the city as a whole.
    let region: String
    let month: String
    let value: String
    let source: String
    /// Why it replaces the value before; empty for a first value.
    let reason: String

    static let sourceMax = 200
    static let reasonMax = 500
}
