import Facts
import Kernel

extension ProjectRecord {
    /// The kinds of fact that tell of projects.
    static let kinds: Set = [
        ProjectUnitNamed.kind, ProjectMonthReported.kind, ProjectObstacleMet.kind, ProjectObstacleSolved.kind,
        ProjectNeedAsked.kind, ProjectNeedGranted.kind, ProjectPlaced.kind, ProjectPhotoFiled.kind,
        ProjectPhotoTakenBack.kind,
    ]

    /// Takes what a fact tells of the project.
    mutating func take(_ entry: JournalEntry) throws {
        if let fact = try entry.fact(ProjectUnitNamed.self) {
            unit = fact.unit
        } else if let fact = try entry.fact(ProjectMonthReported.self), let month = CivilMonth(fact.month) {
            months.append(
                .init(
                    month: month, number: fact.number, plannedFen: fact.plannedFen,
                    doneFen: Source.allCases.map { fact.doneFen[$0.rawValue] ?? 0 },
                    progress_percent: fact.progress_percent, note: fact.note, reason: fact.reason,
                    overReason: fact.overReason,
                    author: entry.author.text, filedAt: entry.occurredAt))
            months.sort { ($0.month, $0.number) < ($1.month, $1.number) }
        } else if let fact = try entry.fact(ProjectObstacleMet.self) {
            obstacles.append(
                .init(
                    number: fact.obstacle, what: fact.what, owner: fact.owner, due: fact.due, raisedOn: fact.raisedOn))
        } else if let fact = try entry.fact(ProjectObstacleSolved.self) {
            for index in obstacles.indices where obstacles[index].number == fact.obstacle {
                obstacles[index].solvedOn = fact.day
                obstacles[index].how = fact.how
            }
        } else {
            try takeNeed(entry)
        }
    }

    private mutating func takeNeed(_ entry: JournalEntry) throws {
        if let fact = try entry.fact(ProjectNeedAsked.self), let sort = ProjectNeedSort(rawValue: fact.sort) {
            needs.append(
                .init(
                    number: fact.need, sort: sort, what: fact.what, amount: fact.amount, owner: fact.owner,
                    askedOn: fact.day))
        } else if let fact = try entry.fact(ProjectNeedGranted.self) {
            for index in needs.indices where needs[index].number == fact.need {
                needs[index].grantedOn = fact.day
                needs[index].document = fact.document
            }
        } else if let fact = try entry.fact(ProjectPlaced.self) {
            place = Place(longitude: fact.longitude, latitude: fact.latitude)
        } else if let fact = try entry.fact(ProjectPhotoFiled.self) {
            photos.append(
                .init(
                    number: fact.photo, shows: fact.shows, day: fact.day, mediaType: fact.mediaType,
                    size_bytes: fact.size_bytes, sha256: fact.sha256, author: entry.author.text))
        } else if let fact = try entry.fact(ProjectPhotoTakenBack.self) {
            for index in photos.indices where photos[index].number == fact.photo {
                photos[index].takenBack = .init(
                    reason: fact.reason, author: entry.author.text, at: entry.occurredAt)
            }
        }
    }
}
