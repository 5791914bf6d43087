import Kernel
import Persistence

/// What an entry names and what it may not share with others, looked up in the register.
struct RegisterSurroundings {
    private let entry: RegisterEntry
    private let access: any ReadAccess

    /// The surroundings of an entry that is about to be written.
    init(of entry: RegisterEntry, in access: any ReadAccess) {
        self.entry = entry
        self.access = access
    }

    /// Refuses with `RegisterEntryRefusal` what does not fit.
    func check() throws {
        for field in RegisterForm.fields(of: entry.kind) {
            guard case .entry(let kind) = field.kind, let code = entry.values[field.name] else { continue }
            let named = try RegisterStore.entry(kind, RegisterCode(checked: code), scope: .city, in: access)
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
        if let holder { throw RegisterEntryRefusal.taken(field, by: holder) }
    }

    /// A logger speaks for one outlet, by every number it is known by.
    private func checkDevice() throws {
        guard let number = entry.values["device_number"].flatMap({ DeviceNumber($0) }),
            let known = try DeviceNumberStore.known(number, in: access), known.outlet.text != entry.code.text
        else { return }
        throw RegisterEntryRefusal.taken("device_number", by: known.outlet.text)
    }
}
