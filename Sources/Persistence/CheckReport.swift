/// What `jianhu verify` found of one invariant.
public struct CheckReport: Sendable, Equatable {
    /// The invariant, as one sentence.
    public let title: String
    /// How many items were examined.
    public let examined: Int
    /// The differences, in words; the first ones only.
    public let differences: [String]
    /// How many differences there are in all.
    public let differenceCount: Int

    /// How many differences a report spells out.
    public static let spelledOutMax = 20
}

/// Collects what one check sees.
public struct CheckTally: Sendable {
    private let title: String
    private var examined = 0
    private var differences: [String] = []
    private var differenceCount = 0

    /// A tally for an invariant.
    public init(_ title: String) {
        self.title = title
    }

    /// Counts one examined item, and what is wrong with it, if anything.
    public mutating func examine(_ difference: String?) {
        examined += 1
        guard let difference else { return }
        differenceCount += 1
        if differences.count < CheckReport.spelledOutMax { differences.append(difference) }
    }

    /// The report.
    public var report: CheckReport {
        CheckReport(title: title, examined: examined, differences: differences, differenceCount: differenceCount)
    }
}

/// Invariants a room knows; each reads only.
public protocol SelfChecking: Sendable {
    /// Examines the database.
    func check(_ access: any ReadAccess) throws -> [CheckReport]
}
