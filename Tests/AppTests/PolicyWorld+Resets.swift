import Foundation
import Kernel
import Web

/// Resets of passwords in the plain words of the policy.
extension PolicyWorld {
    /// A start password for somebody: at once, or waiting for a second administrator when they administer or did.
    mutating func reset(_ key: Key) async throws -> (String, String, String) {
        let target = Int.random(in: members.indices, using: &random)
        let member = members[target]
        let isAllowed = maySend(key, [.securityAdministrator]) && key.owner != target && !member.hasLeft
        let answer = try await ask(key, "POST", "/people/\(member.id)/reset-password")
        let waits = !member.held.isDisjoint(with: Self.administrations)
        if isAllowed {
            if waits { resets[target] = key.owner } else { try await startAnew(target) }
        }
        let showsPassword = answer.body.contains("startPassword")
        return (
            "resets \(member.id)", isAllowed ? waits ? "done" : "done, shown" : "refused",
            word(answer.status) + (showsPassword ? ", shown" : "")
        )
    }

    /// Half of the time confirms, half of the time refuses.
    mutating func settleReset(_ key: Key) async throws -> (String, String, String) {
        let confirms = chance(2)
        let waiting = resets.keys.sorted()
        let target =
            (chance(4) ? nil : waiting.randomElement(using: &random)) ?? Int.random(in: members.indices, using: &random)
        let isAllowed: Bool
        if confirms {
            isAllowed =
                maySend(key, [.administrator, .auditAdministrator]) && key.owner != target
                && resets[target] != nil && resets[target] != key.owner
        } else {
            isAllowed = maySend(key, Self.administrations) && resets[target] != nil
        }
        let answer = try await ask(
            key, "POST", confirms ? "/resets/confirm" : "/resets/refuse",
            ["person": members[target].id.text, "what": "password"])
        if isAllowed {
            resets[target] = nil
            if confirms { try await startAnew(target) }
        }
        return (
            confirms ? "confirms for \(members[target].id)" : "refuses for \(members[target].id)",
            isAllowed ? "done" : "refused", word(answer.status)
        )
    }

    /// Sessions end with the old password, and the next ones owe a password of one's own.
    private mutating func startAnew(_ member: Int) async throws {
        members[member].hasStartPassword = true
        endSessions(of: member)
        try await cutKeys(for: member)
    }
}
