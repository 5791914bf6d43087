import Facts
import Kernel
import Persistence

extension RegistryRoom {
    /// Enterprises that a search finds, for whoever may ask.
    func firms(
        matching text: String, limit: Int, for asker: StandingAsker?, in access: any ReadAccess
    ) throws -> [StandingSheet.Firm] {
        try StandingStore.firms(matching: text, sight: Self.sight(of: asker), limit: limit, in: access)
    }

    /// The newest sheets of an organisation.
    func sheets(of asker: StandingAsker, limit: Int, in access: any ReadAccess) throws -> [StandingSheet] {
        try SheetStore.sheets(of: asker.organisation, limit: limit, in: access).map { try $0.sheet }
    }

    /// Writes a sheet about an enterprise, and the fact that it was handed out.
    func tell(
        of enterprise: EnterpriseID, to asker: StandingAsker, for purpose: StandingPurpose, as number: SheetNumber,
        by author: FactAuthor, sources: any StandingSources, at now: Instant, in access: any WriteAccess
    ) throws {
        let frame = Frame(number: number, organisation: asker.name, purpose: purpose)
        guard
            let sheet = try sheet(
                of: enterprise, frame, sight: Self.sight(of: asker), sources: sources, at: now, in: access)
        else { throw StandingRefusal.unknownEnterprise }
        let bytes = try CanonicalJSON.bytes(of: sheet)
        let sequence = try journal.append(
            StandingTold(
                sheet: number.text, enterprise: enterprise, organisation: asker.organisation,
                organisationName: asker.name, purpose: purpose.rawValue, sha256: Digest256(of: bytes)),
            about: FactSubject(enterprise: enterprise, region: sheet.firm.region, reference: number.text), by: author,
            in: access)
        try SheetStore.insert(
            SheetStore.Said(number: number, sequence: sequence, bytes: bytes), about: sheet.firm,
            for: asker.organisation, at: now, in: access)
    }

    /// What a sheet would say now; nil when the enterprise is gone from the register.
    func sheet(
        like then: StandingSheet, sources: any StandingSources, at now: Instant, in access: any ReadAccess
    ) throws -> StandingSheet? {
        try sheet(
            of: then.firm.enterprise,
            Frame(number: then.number, organisation: then.organisation, purpose: then.purpose),
            sight: .everyEnterprise, sources: sources, at: now, in: access)
    }

    /// Whether the journal holds the digest of what a sheet said.
    func isJournalled(_ said: SheetStore.Said, in access: any ReadAccess) throws -> Bool {
        let told = try Journal.entry(said.sequence, in: access)?.fact(StandingTold.self)
        return told?.sheet == said.number.text && told?.sha256 == Digest256(of: said.bytes)
    }

    /// What stands around a sheet's words.
    private struct Frame {
        let number: SheetNumber
        let organisation: String
        let purpose: StandingPurpose
    }

    private static func sight(of asker: StandingAsker?) -> StandingSight {
        asker == nil ? .nothing : .everyEnterprise
    }

    private func sheet(
        of enterprise: EnterpriseID, _ frame: Frame, sight: StandingSight, sources: any StandingSources,
        at now: Instant, in access: any ReadAccess
    ) throws -> StandingSheet? {
        guard let firm = try StandingStore.firm(enterprise, sight: sight, in: access) else { return nil }
        let from = StandingSheet.countsFrom(now)
        let outlets = try StandingStore.outlets(of: enterprise, sight: sight, in: access).map { plate in
            StandingSheet.Outlet(
                outlet: plate.outlet, number: plate.number, name: plate.name, medium: plate.medium,
                standing: plate.standing, means: try sources.means(of: plate.outlet, in: access),
                record: try sources.record(of: plate.outlet, from: from, in: access))
        }
        let last = try Journal.lastSequence(access)
        let leaf = try Journal.entry(last, in: access)?.canonicalBytes ?? []
        return StandingSheet(
            number: frame.number, at: now, organisation: frame.organisation, purpose: frame.purpose, checkpoint: last,
            checkpointLeaf: Digest256(of: [0x00] + leaf), firm: firm, outlets: outlets)
    }
}
