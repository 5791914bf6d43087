import Kernel

/// Who may ask what. Officers ask; whoever would change what is measured is the city, says why, and confirms it.
/// Enterprises look on. Secrets are changed by the city and by administrators, who keep the lines. Design values.
enum CommandPermission {
    /// Whether a role may ask a kind of request.
    static func allows(_ kind: RequestKind, to role: Role) -> Bool {
        switch (kind.trait.danger, role) {
        case (.harmless, .cityOfficer), (.dangerous, .cityOfficer), (.harmless, .branchOfficer): true
        case (.secret, .cityOfficer), (.secret, .administrator): true
        case (.dangerous, .branchOfficer), (.secret, .branchOfficer), (.registration, _),
            (_, .enterpriseManager), (_, .liaison), (_, .administrator), (_, .securityAdministrator),
            (_, .auditAdministrator):
            false
        }
    }

    /// The request, when this person may ask for it in this form.
    static func checked(
        _ kind: RequestKind, form: [String: String], by actor: Actor, at now: Instant
    ) throws(CommandRefusal) -> DeviceCommand {
        guard allows(kind, to: actor.role) else { throw .wrongRole(dangerous: kind.trait.danger == .dangerous) }
        let command = try DeviceCommand(kind, form: form, at: now)
        if kind.trait.danger == .dangerous {
            guard form[CommandField.confirmed] == "true" else { throw .notConfirmed }
            guard !(form[CommandField.reason] ?? "").isEmpty else { throw .reasonMissing }
        }
        return command
    }
}
