import Kernel
import Persistence

extension ProjectStore {
    static func insert(
        _ need: ProjectRecord.Need, of project: Int, _ policy: PolicyCode, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO governance_project_need (policy, project, need, sort, what, amount, owner, asked_on)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """,
            [
                .code(policy), .int(project), .int(need.number), .text(need.sort.rawValue), .text(need.what),
                .decimal(need.amount), .text(need.owner), .date(need.askedOn),
            ])
    }

    static func grant(
        _ need: Int, on day: CivilDate, by document: String, of project: Int, _ policy: PolicyCode,
        in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            UPDATE governance_project_need SET granted_on = ?4, document = ?5
            WHERE policy = ?1 AND project = ?2 AND need = ?3
            """, [.code(policy), .int(project), .int(need), .date(day), .text(document)])
    }

    static func insert(
        _ place: ProjectRecord.Place, of project: Int, _ policy: PolicyCode, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO governance_project_place (policy, project, longitude, latitude) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (policy, project) DO UPDATE SET longitude = ?3, latitude = ?4
            """, [.code(policy), .int(project), .decimal(place.longitude), .decimal(place.latitude)])
    }

    static func insert(
        _ photo: ProjectRecord.Photo, of project: Int, _ policy: PolicyCode, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO governance_project_photo
              (policy, project, photo, shows, day, media_type, size_bytes, sha256, author)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """,
            [
                .code(policy), .int(project), .int(photo.number), .text(photo.shows), .date(photo.day),
                .text(photo.mediaType), .integer(photo.size_bytes), .digest(photo.sha256), .text(photo.author),
            ])
    }

    static func takeBack(
        _ photo: Int, _ taken: ProjectRecord.Photo.TakenBack, of project: Int, _ policy: PolicyCode,
        in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO governance_project_photo_back (policy, project, photo, reason, author, taken_back_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """,
            [
                .code(policy), .int(project), .int(photo), .text(taken.reason), .text(taken.author),
                .instant(taken.at),
            ])
    }

    static func addNeeds(
        to records: inout [Int: ProjectRecord], of policy: PolicyCode, in access: any ReadAccess
    ) throws {
        let rows = try access.rows(
            """
            SELECT project, need, sort, what, amount, owner, asked_on, granted_on, document
            FROM governance_project_need WHERE policy = ?1 ORDER BY project, need
            """, [.code(policy)])
        for row in rows {
            records[try row.int("project")]?.needs.append(
                .init(
                    number: try row.int("need"), sort: try row.choice("sort"), what: try row.text("what"),
                    amount: try row.decimal("amount"), owner: try row.text("owner"),
                    askedOn: try row.date("asked_on"), grantedOn: try row.optional("granted_on", Row.date),
                    document: try row.optional("document", Row.text)))
        }
    }

    static func addPictures(
        to records: inout [Int: ProjectRecord], of policy: PolicyCode, in access: any ReadAccess
    ) throws {
        let places = try access.rows(
            "SELECT project, longitude, latitude FROM governance_project_place WHERE policy = ?1 ORDER BY project",
            [.code(policy)])
        for row in places {
            records[try row.int("project")]?.place = .init(
                longitude: try row.decimal("longitude"), latitude: try row.decimal("latitude"))
        }
        let photos = try access.rows(
            """
            SELECT p.project, p.photo, p.shows, p.day, p.media_type, p.size_bytes, p.sha256, p.author,
              b.reason, b.author AS back_author, b.taken_back_at_ms
            FROM governance_project_photo p
            LEFT JOIN governance_project_photo_back b
              ON b.policy = p.policy AND b.project = p.project AND b.photo = p.photo
            WHERE p.policy = ?1 ORDER BY p.project, p.photo
            """, [.code(policy)])
        for row in photos {
            let takenBack = try row.optional("reason", Row.text).map { reason in
                ProjectRecord.Photo.TakenBack(
                    reason: reason, author: try row.text("back_author"), at: try row.instant("taken_back_at_ms"))
            }
            records[try row.int("project")]?.photos.append(
                .init(
                    number: try row.int("photo"), shows: try row.text("shows"), day: try row.date("day"),
                    mediaType: try row.text("media_type"), size_bytes: try row.int64("size_bytes"),
                    sha256: try row.digest("sha256"), author: try row.text("author"), takenBack: takenBack))
        }
    }
}
