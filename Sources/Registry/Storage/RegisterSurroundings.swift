import Kernel
import Persistence

/// What an entry names and what it may not share with others, looked up in the register.
struct RegisterSurroundings {
    private let entry: RegisterEntry
    private let scope: Scope
    private let access: any ReadAccess

    /// The surroundings of an entry that is about to be written by somebody who sees so much: what lies outside is
    /// looked up all the same, and told of to nobody.
    init(of entry: RegisterEntry, scope: Scope, in access: any ReadAccess) {
        self.entry = entry
        self.scope = scope
        self.access = access
    }

    /// Refuses with `RegisterEntryRefusal` what does not fit.
    func check() throws {
        for field in RegisterForm.fields(of: entry.kind) {
            guard case .entry(let kind) = field.kind, let code = entry.values[field.name] else { continue }
            let named = try RegisterStore.entry(kind, RegisterCode(checked: code), scope: scope, in: access)
            guard let named else { throw RegisterEntryRefusal.unknown(field.name) }
            let fits = kind == .park ? named.region == entry.region : named.enterprise == entry.enterprise
            guard fits else { throw RegisterEntryRefusal.elsewhere(field.name) }
        }
        switch entry.kind {
        case .park: try checkAlone("name")
        case .enterprise: try checkAlone("credit_code")
        case .outlet:
            try checkAlone("number", within: entry.enterprise)
            try checkDevice()
        case .site, .facility, .instrument, .contact: break
        }
    }

    private func checkAlone(_ field: String, within enterprise: EnterpriseID? = nil) throws {
        guard let value = entry.values[field] else { return }
        let holder = try RegisterStore.holder(
            of: value, in: field, entry.kind, of: enterprise, beside: entry.code, in: access)
        if let holder { throw try refusal(of: field, heldBy: holder, entry.kind) }
    }

    private func refusal(of field: String, heldBy holder: String, _ kind: RegisterKind) throws -> RegisterEntryRefusal {
        try RegisterStore.entry(kind, RegisterCode(checked: holder), scope: scope, in: access) == nil
            ? .unavailable(field) : .taken(field, by: holder)
    }

    /// A logger speaks for one outlet, by every number it is known by.
    private func checkDevice() throws {
        guard let number = entry.values["device_number"].flatMap({ DeviceNumber($0) }),
            let known = try DeviceNumberStore.known(number, in: access), known.outlet.text != entry.code.text
        else { return }
        throw try refusal(of: "device_number", heldBy: known.outlet.text, .outlet)
    }
}
