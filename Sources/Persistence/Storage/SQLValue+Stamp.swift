import Kernel

/// How the tables of the trunk, whose stamps are never NULL, say that a row belongs to the city as a whole: by an empty
/// stamp, which no scope of regions and of no enterprise has in sight.
extension SQLValue {
    /// A stamp of a row of the trunk.
    static func stamp(_ code: (some Identifier)?) -> SQLValue { .text(code?.text ?? "") }
}

extension Row {
    /// A stamp of a row of the trunk; nil for one of the city as a whole.
    func stamp<Code: Identifier>(_ column: String) throws -> Code? {
        try text(column).isEmpty ? nil : code(column)
    }
}
