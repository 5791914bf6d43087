import Facts
import Kernel
import Persistence

extension WorkDesk {
    /// The photos that a project shows are pictures; documents are evidence of reports.
    static let photoTypes: Set = ["image/jpeg", "image/png"]

    /// Takes what somebody says about land, quotas and the place of a project.
    func needs(
        _ act: ProjectAct, on record: ProjectRecord, of policy: PolicyDocument, by doer: UnitMember, at now: Instant,
        in access: any WriteAccess
    ) throws {
        let (code, project, today) = (policy.meta.code, record.project, now.civil.date)
        let reference = "\(code).P\(project)"
        switch act {
        case .ask(let sort, let what, let amount, let owner, let day):
            guard let number = Self.need(amount) else { throw WorkRefusal.needAmount }
            guard policy.units.contains(where: { $0.name == owner }) else {
                throw WorkRefusal.unknownUnit(owner, field: "need_owner")
            }
            guard day <= today else { throw WorkRefusal.dayToCome(field: "asked_on") }
            let need = ProjectRecord.Need(
                number: record.needs.count + 1, sort: sort, what: what, amount: number, owner: owner, askedOn: day)
            try ProjectStore.insert(need, of: project, code, in: access)
            try append(
                ProjectNeedAsked(
                    policy: code.text, project: project, need: need.number, sort: sort.rawValue, what: what,
                    amount: number, owner: owner, day: day), about: reference, by: doer, at: now, in: access)
        case .grant(let number, let day, let document):
            guard let need = record.needs.first(where: { $0.number == number }), need.grantedOn == nil else {
                throw WorkRefusal.noSuchNeed
            }
            guard day <= today else { throw WorkRefusal.dayToCome(field: "granted_on") }
            guard day >= need.askedOn else { throw WorkRefusal.dayBefore(need.askedOn) }
            try ProjectStore.grant(number, on: day, by: document, of: project, code, in: access)
            try append(
                ProjectNeedGranted(policy: code.text, project: project, need: number, day: day, document: document),
                about: reference, by: doer, at: now, in: access)
        case .place(let longitude, let latitude):
            guard let east = Self.degrees(longitude, in: ProjectRecord.Place.longitudes) else {
                throw WorkRefusal.position(field: "longitude")
            }
            guard let north = Self.degrees(latitude, in: ProjectRecord.Place.latitudes) else {
                throw WorkRefusal.position(field: "latitude")
            }
            try ProjectStore.insert(
                ProjectRecord.Place(longitude: east, latitude: north), of: project, code, in: access)
            try append(
                ProjectPlaced(policy: code.text, project: project, longitude: east, latitude: north),
                about: reference, by: doer, at: now, in: access)
        // Taken by the desk itself.
        case .name, .report, .obstacle, .solve: return
        }
    }

    /// More than nothing, at most four digits behind the point, below ten million.
    private static func need(_ text: String) -> DecimalNumber? {
        guard let number = DecimalNumber(text), number > DecimalNumber(0), number < DecimalNumber(10_000_000),
            fraction(of: text) <= 4
        else { return nil }
        return number
    }

    private static func degrees(_ text: String, in range: ClosedRange<DecimalNumber>) -> DecimalNumber? {
        guard let number = DecimalNumber(text), range.contains(number), fraction(of: text) <= 6 else { return nil }
        return number
    }

    private static func fraction(of text: String) -> Int {
        text.split(separator: ".").dropFirst().first?.unicodeScalars.count ?? 0
    }

    /// Whether a photo of a project may be filed, and its number.
    func photoNumber(
        of project: Int, _ code: PolicyCode, by doer: UnitMember, in access: any ReadAccess
    ) throws -> Int {
        guard let record = try ProjectStore.records(of: code, in: access)[project], let unit = record.unit else {
            throw WorkRefusal.noUnit
        }
        try check(doer, speaksFor: unit, in: access)
        guard record.photos.count < ProjectRecord.Photo.piecesMax else {
            throw WorkRefusal.tooManyPhotos(max: ProjectRecord.Photo.piecesMax)
        }
        return record.photos.count + 1
    }

    /// Files a photo that lies on the shelf already. The same bytes twice are one photo.
    func file(
        _ said: SaidPhoto, of project: Int, _ code: PolicyCode, by doer: UnitMember, at now: Instant,
        in access: any WriteAccess
    ) throws {
        let number = try photoNumber(of: project, code, by: doer, in: access)
        guard Self.photoTypes.contains(said.mediaType) else { throw WorkRefusal.notAPhoto }
        guard said.day <= now.civil.date else { throw WorkRefusal.dayToCome(field: "photo_day") }
        let known = try ProjectStore.records(of: code, in: access)[project]?.photos ?? []
        if known.contains(where: { $0.sha256 == said.sha256 }) { return }
        try ProjectStore.insert(
            ProjectRecord.Photo(
                number: number, shows: said.shows, day: said.day, mediaType: said.mediaType,
                size_bytes: said.size_bytes, sha256: said.sha256, author: FactAuthor.person(doer.person).text),
            of: project, code, in: access)
        try append(
            ProjectPhotoFiled(
                policy: code.text, project: project, photo: number, shows: said.shows, day: said.day,
                mediaType: said.mediaType, size_bytes: said.size_bytes, sha256: said.sha256),
            about: "\(code).P\(project)", by: doer, at: now, in: access)
    }
}
