import Kernel
import Persistence
import Web

extension GovernanceRoom {
    /// The name of the file's field.
    static let photoField = "file"

    static let photoFields = [
        FormField(
            name: "photo_shows", label: Phrase("照片内容", "What it shows"), kind: .text(max: ProjectRecord.Photo.showsMax),
            required: true),
        FormField(name: "photo_day", label: Phrase("拍摄日期", "Taken on"), kind: .date, required: true),
    ]

    /// Photos of projects: filed by their units, seen by anybody.
    var photoRoutes: [Route] {
        [
            Route(
                .post, "/governance/{policy}/projects/{number}/photo",
                summary: Phrase("上传项目照片", "file a photo of a project"),
                permission: .roles([.cityOfficer, .liaison]), fields: Self.photoFields,
                upload: UploadRule(
                    field: Self.photoField, bytesMax: ReportEvidence.bytesMax, folder: workFiles.incoming),
                onRefusal: { visit in .page(try await projectPage(visit, photo: visit.refused)) },
                handler: { visit in try await filePhoto(visit) }),
            Route(
                .get, "/policy/{policy}/projects/{number}/photos/{piece}",
                summary: Phrase("项目照片", "a photo of a project"), permission: .everyone, answer: .file
            ) { visit in .file(try await photo(visit)) },
        ]
    }

    private func filePhoto(_ visit: Visit) async throws -> Reply {
        let (key, now, desk, person) = (try Self.key(visit), visit.now, desk, try visit.signedIn().person)
        guard let day = visit.form["photo_day"].flatMap({ CivilDate($0) }) else {
            throw GovernanceRefusal.dateMissing(field: "photo_day")
        }
        guard let file = visit.file, file.size_bytes > 0 else { throw WorkRefusal.noPhoto }
        try await database.read { access in
            // Before the bytes are laid down, so that what is refused does not stay on the shelf.
            guard let doer = try desk.directory.member(person, in: access) else {
                throw GovernanceRefusal.unknownPerson
            }
            _ = try WorkDesk(tasks: desk).photoNumber(of: key.number, key.policy, by: doer, in: access)
        }
        let mediaType = try Self.mediaType(of: try await workFiles.bytes(file.path))
        guard day <= now.civil.date else { throw WorkRefusal.dayToCome(field: "photo_day") }
        try await workFiles.keep(file.path, as: file.sha256)
        let said = SaidPhoto(
            shows: visit.form["photo_shows"] ?? "", day: day, mediaType: mediaType, size_bytes: file.size_bytes,
            sha256: file.sha256)
        try await database.write { access in
            guard let doer = try desk.directory.member(person, in: access) else {
                throw GovernanceRefusal.unknownPerson
            }
            try WorkDesk(tasks: desk).file(said, of: key.number, key.policy, by: doer, at: now, in: access)
        }
        return .redirect("/policy/\(key.policy)/projects/\(key.number)")
    }

    /// What a photo is; refuses what is none, or not whole and alone.
    static func mediaType(of bytes: [UInt8]) throws(WorkRefusal) -> String {
        do throws(PictureDefect) {
            return try PictureFile(bytes).rawValue
        } catch {
            throw error == .kind ? .notAPhoto : .defectivePhoto(error)
        }
    }

    /// A photo that is shown; one that was taken back leads nowhere.
    private func photo(_ visit: Visit) async throws -> StoredFile {
        let key = try Self.key(visit)
        let piece = Int(try visit.parameter("piece"))
        let photo = try await database.read { access in
            try ProjectStore.records(of: key.policy, in: access)[key.number]?.shownPhotos.first {
                $0.number == piece
            }
        }
        guard let photo else { throw Problem.notFound }
        return StoredFile(
            path: workFiles.path(of: photo.sha256), contentType: photo.mediaType,
            name: "project-\(key.number)-\(photo.number).\(photo.mediaType == "image/png" ? "png" : "jpg")",
            isShown: true)
    }
}
