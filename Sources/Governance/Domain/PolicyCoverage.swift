import FoundationEssentials
import Kernel

/// Where in the product the mechanisms of a policy work: `share/policy/coverage.json`, held against the program's own
/// addresses. What is not told of here, or leads nowhere, does not work yet.
struct PolicyCoverage: Sendable {
    /// How far a mechanism works.
    enum Extent: String, Codable, Sendable, CaseIterable {
        case whole
        case part
        case none
        /// Nobody has assessed the policy yet.
        case unassessed = "not-assessed"

        /// How far many together work: of what nobody assessed, and beside it nothing works, nobody knows.
        static func of(_ parts: [Extent]) -> Extent {
            if !parts.isEmpty, parts.allSatisfy({ $0 == .whole }) { return .whole }
            if parts.contains(where: { $0 == .whole || $0 == .part }) { return .part }
            return parts.contains(.unassessed) ? .unassessed : .none
        }
    }

    /// Where a mechanism works.
    struct Place: Codable, Sendable, Equatable {
        let mechanism: Int
        let extent: Extent
        /// Addresses of pages.
        let routes: [String]
        let note: Phrase
    }

    let policy: PolicyCode
    /// What the file tells, also of pages that this program does not have.
    let told: [Place]
    private let places: [Int: Place]
    private let paths: Set<String>
    /// Whether the file comes with the program: then what it does not tell of does not work.
    private let isShipped: Bool

    /// - Parameter paths: The addresses that the program has.
    init(json: [UInt8], paths: Set<String>) throws {
        let file = try JSONDecoder().decode(File.self, from: Data(json))
        self.init(policy: file.policy, told: file.places, paths: paths, isShipped: true)
    }

    private init(policy: PolicyCode, told: [Place], paths: Set<String>, isShipped: Bool) {
        (self.policy, self.told, self.paths, self.isShipped) = (policy, told, paths, isShipped)
        places = Dictionary(
            told.filter { ($0.extent == .none || !$0.routes.isEmpty) && paths.isSuperset(of: $0.routes) }.map {
                ($0.mechanism, $0)
            },
            uniquingKeysWith: { first, _ in first })
    }

    /// What is told of a policy: by the shipped file, or by the file that it was imported from, held against the same
    /// addresses. What an imported file does not tell of is `unassessed`, and so is every mechanism of a policy that
    /// neither tells of.
    func telling(of document: PolicyDocument) -> PolicyCoverage {
        guard document.meta.code != policy, let told = document.coverage else { return self }
        return PolicyCoverage(policy: document.meta.code, told: told, paths: paths, isShipped: false)
    }

    /// Where a mechanism of a policy works; nil where it does not yet.
    func place(of mechanism: Int, of policy: PolicyCode) -> Place? {
        policy == self.policy ? places[mechanism] : nil
    }

    /// How far these mechanisms of a policy work together.
    func extent(of mechanisms: [PolicyMechanism], of policy: PolicyCode) -> Extent {
        guard policy == self.policy else { return .unassessed }
        return Extent.of(mechanisms.map { place(of: $0.number, of: policy)?.extent ?? untold($0.number) })
    }

    /// What holds of a mechanism without a place: one that leads nowhere does not work.
    private func untold(_ mechanism: Int) -> Extent {
        isShipped || told.contains { $0.mechanism == mechanism } ? .none : .unassessed
    }

    /// What the mechanisms of a policy may be.
    func extents(of policy: PolicyCode) -> [Extent] {
        Extent.allCases.filter { extent in
            policy == self.policy ? !isShipped || extent != .unassessed : extent == .unassessed
        }
    }

    private struct File: Decodable {
        let policy: PolicyCode
        let places: [Place]
    }
}
