import Facts
import Kernel
import Persistence

extension WorkDesk {
    /// Whether a photo of a project may be filed, and its number.
    func photoNumber(
        of project: Int, _ code: PolicyCode, by doer: UnitMember, in access: any ReadAccess
    ) throws -> Int {
        guard let record = try ProjectStore.records(of: code, in: access)[project], let unit = record.unit else {
            throw WorkRefusal.noUnit
        }
        try check(doer, speaksFor: unit, in: access)
        guard record.shownPhotos.count < ProjectRecord.Photo.piecesMax else {
            throw WorkRefusal.tooManyPhotos(max: ProjectRecord.Photo.piecesMax)
        }
        return record.photos.count + 1
    }

    /// Files a photo that lies on the shelf already. The same bytes twice are one photo, unless it was taken back.
    func file(
        _ said: SaidPhoto, of project: Int, _ code: PolicyCode, by doer: UnitMember, at now: Instant,
        in access: any WriteAccess
    ) throws {
        let number = try photoNumber(of: project, code, by: doer, in: access)
        guard said.day <= now.civil.date else { throw WorkRefusal.dayToCome(field: "photo_day") }
        let known = try ProjectStore.records(of: code, in: access)[project]?.shownPhotos ?? []
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

    /// Takes a photo back: the office may, the unit that answers for the project, and the one that sent it.
    func takeBack(
        _ number: Int, because reason: String, of record: ProjectRecord, _ code: PolicyCode, by doer: UnitMember,
        at now: Instant, in access: any WriteAccess
    ) throws {
        guard let photo = record.photos.first(where: { $0.number == number }) else { throw WorkRefusal.noSuchPhoto }
        guard try mayTakeBack(photo, of: record, doer, in: access) else {
            throw WorkRefusal.notItsUnit(record.unit ?? "市生态环境局")
        }
        guard photo.takenBack == nil else { throw WorkRefusal.photoTakenBack(number) }
        let taken = ProjectRecord.Photo.TakenBack(
            reason: reason, author: FactAuthor.person(doer.person).text, at: now)
        try ProjectStore.takeBack(number, taken, of: record.project, code, in: access)
        try append(
            ProjectPhotoTakenBack(policy: code.text, project: record.project, photo: number, reason: reason),
            about: "\(code).P\(record.project)", by: doer, at: now, in: access)
    }

    /// Whether somebody may take a photo back.
    func mayTakeBack(
        _ photo: ProjectRecord.Photo, of record: ProjectRecord, _ doer: UnitMember, in access: any ReadAccess
    ) throws -> Bool {
        if doer.role == .cityOfficer { return true }
        if let unit = record.unit, try PolicyStore.organisations(access)[unit] == doer.organisation { return true }
        let sender = PersonID(photo.author.replacing("person:", with: ""))
        return try sender.flatMap { try tasks.directory.member($0, in: access) }?.organisation == doer.organisation
    }
}
