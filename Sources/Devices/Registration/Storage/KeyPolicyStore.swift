import Persistence

/// Who decides about new keys: one row, or none for the standard.
enum KeyPolicyStore {
    static func policy(_ access: any ReadAccess) throws -> KeyPolicy {
        try access.row("SELECT policy FROM devices_key_policy")?.choice("policy") ?? .standard
    }

    static func set(_ policy: KeyPolicy, in access: any WriteAccess) throws {
        try access.execute("DELETE FROM devices_key_policy")
        try access.execute("INSERT INTO devices_key_policy (policy) VALUES (?1)", [.text(policy.rawValue)])
    }
}
