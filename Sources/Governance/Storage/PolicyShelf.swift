import Facts
import Kernel
import Persistence
import Synchronization

/// Policies, read from their stored bytes once: a policy never changes, and each page asks for it.
final class PolicyShelf: Sendable {
    /// By the digest of their bytes.
    private let read = Mutex<[Digest256: PolicyDocument]>([:])

    /// All policies, the oldest first. What minutes decided is none.
    func all(in access: any ReadAccess) throws -> [PolicyDocument] {
        try everything(in: access).filter { $0.minutes == nil }
    }

    /// Whatever sets tasks: policies, then minutes whose decisions are tasks, each the oldest first.
    func everything(in access: any ReadAccess) throws -> [PolicyDocument] {
        let all = try PolicyStore.digests(access).compactMap { try document($0.code, $0.sha256, access) }
        return all.filter { $0.minutes == nil } + all.filter { $0.minutes != nil }
    }

    /// One policy, or minutes; nil when there is none of this code.
    func policy(_ code: PolicyCode, in access: any ReadAccess) throws -> PolicyDocument? {
        guard let kept = try PolicyStore.digests(access).first(where: { $0.code == code }) else { return nil }
        return try document(code, kept.sha256, access)
    }

    private func document(
        _ code: PolicyCode, _ digest: Digest256, _ access: any ReadAccess
    ) throws -> PolicyDocument? {
        if let known = read.withLock({ $0[digest] }) { return known }
        guard let content = try PolicyStore.content(of: code, in: access) else { return nil }
        let document = try CanonicalJSON.value(PolicyDocument.self, from: content)
        read.withLock { $0[digest] = document }
        return document
    }
}
