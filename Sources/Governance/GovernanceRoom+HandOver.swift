public import Kernel
public import Persistence

extension GovernanceRoom {
    /// The tasks of policies and minutes that a person answers for. Whoever hands them over does not see the work:
    /// those of policies lead to what is public, those of minutes nowhere.
    public static func work(
        answeredBy person: PersonID, in access: any ReadAccess
    ) throws -> [(name: Phrase, address: String?)] {
        try PolicyShelf().everything(in: access).flatMap { policy in
            try TaskStore.records(of: policy.meta.code, in: access).values
                .filter { $0.assignment?.person == person }.map(\.key).sorted { $0.number < $1.number }
                .map { key in
                    (
                        Phrase("\(policy.source.zh) 任务 \(key.number)", "\(policy.source.en), task \(key.number)"),
                        policy.minutes == nil ? "/policy/\(key.policy)/tasks/\(key.number)" : nil
                    )
                }
        }
    }
}
