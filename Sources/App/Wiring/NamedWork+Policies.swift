import Access
import Governance
import Kernel
import Persistence

extension NamedWork {
    /// The tasks of policies that people answer for.
    static let ofPolicies = NamedWork { person, access in
        try GovernanceRoom.work(answeredBy: person, in: access).map { .init(name: $0, address: $1) }
    }
}
