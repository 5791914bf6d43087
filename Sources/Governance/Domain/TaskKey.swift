import Kernel

/// A task of a policy, wherever one is named: in addresses, duties and the journal.
public struct TaskKey: Hashable, Sendable {
    /// The policy.
    public let policy: PolicyCode
    /// The number of the task in it.
    public let number: Int

    /// `SZBF-2020-19.T12`: what facts, duties and decisions about the task refer to.
    var reference: String { "\(policy).T\(number)" }

    /// A task of a policy.
    public init(policy: PolicyCode, number: Int) {
        self.policy = policy
        self.number = number
    }

    /// The task that a reference is about; a report's ends with its month, `SZBF-2020-19.T12.2026-10`.
    init?(reference: String) {
        let parts = reference.split(separator: ".", omittingEmptySubsequences: false)
        let last =
            parts.count > 1 && CivilMonth(String(parts[parts.count - 1])) != nil ? parts.count - 2 : parts.count - 1
        guard last >= 1, parts[last].first == "T", let number = Int(parts[last].dropFirst()),
            let policy = PolicyCode(parts[..<last].joined(separator: "."))
        else { return nil }
        self.init(policy: policy, number: number)
    }
}
