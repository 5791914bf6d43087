import Kernel

/// Something that a unit owes beside its monthly reports on tasks, and until when.
struct DueMatter: Sendable, Equatable {
    let place: WorkPlace
    let unit: String
    let due: Instant
    /// What it is, in the words of whoever entered it.
    let what: String

    /// How many days a unit has to grant land or a quota; design value.
    static let grantDays: Int64 = 30

    /// What was said about the work on a policy.
    struct Told: Sendable {
        let tasks: [Int: TaskRecord]
        let documents: [ReformDocument]
        let projects: [Int: ProjectRecord]
    }

    /// The matters of a policy that are open, the most urgent first. Milestones, deadlines and documents are among them
    /// from some days before they are due on, obstacles and needs at once.
    static func all(
        of policy: PolicyDocument, _ told: Told, at now: Instant, nearDays: Int, reportDue: (CivilMonth) -> Instant
    ) -> [DueMatter] {
        let horizon = now.adding(hours: Int64(nearDays) * 24)
        let near = (ofTasks(policy, told, at: now) + ofDocuments(policy, told, at: now)).filter { $0.due <= horizon }
        let all = near + ofProjects(policy, told, at: now, reportDue: reportDue)
        return all.sorted { ($0.due, $0.place.reference) < ($1.due, $1.place.reference) }
    }

    private static func ofTasks(_ policy: PolicyDocument, _ told: Told, at now: Instant) -> [DueMatter] {
        let day = now.civil.date
        return policy.tasks.flatMap { task -> [DueMatter] in
            guard let record = told.tasks[task.number], let unit = record.assignment?.unit,
                !record.isFulfilled(task.kind, on: day)
            else { return [] }
            let milestones = record.openMilestones.map { milestone in
                DueMatter(
                    place: .init(policy.meta.code, .milestone(task: task.number, number: milestone.number)),
                    unit: unit, due: Directive.end(of: milestone.due), what: milestone.title)
            }
            let last = task.lastDay(on: day, extendedTo: record.extendedTo)
            return milestones + [
                DueMatter(
                    place: .init(policy.meta.code, .deadline(task: task.number)), unit: unit,
                    due: Directive.end(of: last), what: task.text)
            ]
        }
    }

    private static func ofDocuments(_ policy: PolicyDocument, _ told: Told, at now: Instant) -> [DueMatter] {
        told.documents.compactMap { document in
            document.nextDue(on: now.civil.date).map { due in
                DueMatter(
                    place: .init(
                        policy.meta.code, .document(reform: document.reform, number: document.number)),
                    unit: document.unit, due: Directive.end(of: due), what: document.title)
            }
        }
    }

    private static func ofProjects(
        _ policy: PolicyDocument, _ told: Told, at now: Instant, reportDue: (CivilMonth) -> Instant
    ) -> [DueMatter] {
        let (code, last) = (policy.meta.code, CivilMonth(now.civil.date).adding(-1))
        return policy.projects.flatMap { project -> [DueMatter] in
            guard let record = told.projects[project.number] else { return [] }
            var all: [DueMatter] = []
            let isBuilt = ProjectStage(progress_percent: record.progress_percent) == .built
            // Whoever was named a moment ago owes nothing of a month that was due before.
            let isOwed = !record.months.isEmpty || reportDue(last) > now
            if let unit = record.unit, isOwed, !isBuilt, !record.months.contains(where: { $0.month == last }) {
                all.append(
                    DueMatter(
                        place: .init(code, .month(project: project.number, last)), unit: unit, due: reportDue(last),
                        what: project.name))
            }
            all += record.obstacles.filter { $0.solvedOn == nil }.map {
                DueMatter(
                    place: .init(code, .obstacle(project: project.number, number: $0.number)), unit: $0.owner,
                    due: Directive.end(of: $0.due), what: $0.what)
            }
            all += record.needs.filter { $0.grantedOn == nil }.map {
                DueMatter(
                    place: .init(code, .need(project: project.number, number: $0.number)), unit: $0.owner,
                    due: Directive.end(of: $0.askedOn.adding(days: grantDays)), what: $0.what)
            }
            return all
        }
    }
}
