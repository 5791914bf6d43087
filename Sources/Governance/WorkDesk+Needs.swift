import Facts
import Kernel
import Persistence

extension WorkDesk {
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
            guard day >= policy.meta.issued else {
                throw WorkRefusal.dayBeforePolicy(policy.meta.issued, field: "asked_on")
            }
            let need = ProjectRecord.Need(
                number: record.needs.count + 1, sort: sort, what: what, amount: number, owner: owner, askedOn: day)
            if let twin = record.twin(of: need) { throw WorkRefusal.needTwice(twin) }
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
            guard day >= need.askedOn else { throw WorkRefusal.dayBefore(need.askedOn, field: "granted_on") }
            try ProjectStore.grant(number, on: day, by: document, of: project, code, in: access)
            try append(
                ProjectNeedGranted(policy: code.text, project: project, need: number, day: day, document: document),
                about: reference, by: doer, at: now, in: access)
            try tasks.settle(.init(code, .need(project: project, number: number)), at: now, in: access)
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
        case .name, .report, .obstacle, .solve, .takeBack: return
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
}
