import Kernel

/// Where a matter of a policy's work stands, as duties refer to it: `SZBF-2020-19.T11.M1` is the first milestone of
/// task 11, `.T11.D` its deadline, `.T11.Y2026` its target of a year, `.R4.F2` a document of a reform, `.P6.O1` an
/// obstacle, `.P6.N1` a need and `.P6.2026-10` a month of a project.
struct WorkPlace: Sendable, Equatable {
    let policy: PolicyCode
    let matter: Matter

    enum Matter: Sendable, Equatable {
        case milestone(task: Int, number: Int)
        case deadline(task: Int)
        case target(task: Int, year: Int)
        case document(reform: Int, number: Int)
        case obstacle(project: Int, number: Int)
        case need(project: Int, number: Int)
        case month(project: Int, CivilMonth)
    }

    init(_ policy: PolicyCode, _ matter: Matter) { (self.policy, self.matter) = (policy, matter) }

    /// The place that a reference is about; nil for references of other duties.
    init?(reference: String) {
        let parts = reference.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 3, let policy = PolicyCode(parts.dropLast(2).joined(separator: ".")) else { return nil }
        let (owner, last) = (parts[parts.count - 2], String(parts[parts.count - 1]))
        guard let number = Int(owner.dropFirst()), let sort = owner.first else { return nil }
        func part(_ letter: Character) -> Int? { last.first == letter ? Int(last.dropFirst()) : nil }
        self.policy = policy
        if sort == "T", let milestone = part("M") {
            matter = .milestone(task: number, number: milestone)
        } else if sort == "T", let year = part("Y") {
            matter = .target(task: number, year: year)
        } else if sort == "T", last == "D" {
            matter = .deadline(task: number)
        } else if sort == "R", let document = part("F") {
            matter = .document(reform: number, number: document)
        } else if sort == "P", let obstacle = part("O") {
            matter = .obstacle(project: number, number: obstacle)
        } else if sort == "P", let need = part("N") {
            matter = .need(project: number, number: need)
        } else if sort == "P", let month = CivilMonth(last) {
            matter = .month(project: number, month)
        } else {
            return nil
        }
    }

    var reference: String {
        switch matter {
        case .milestone(let task, let number): "\(policy).T\(task).M\(number)"
        case .deadline(let task): "\(policy).T\(task).D"
        case .target(let task, let year): "\(policy).T\(task).Y\(year)"
        case .document(let reform, let number): "\(policy).R\(reform).F\(number)"
        case .obstacle(let project, let number): "\(policy).P\(project).O\(number)"
        case .need(let project, let number): "\(policy).P\(project).N\(number)"
        case .month(let project, let month): "\(policy).P\(project).\(month)"
        }
    }

    /// The duty that it is.
    var kind: GovernanceDutyKind {
        switch matter {
        case .milestone: .milestone
        case .deadline: .deadline
        case .target: .target
        case .document: .document
        case .obstacle: .solve
        case .need: .grant
        case .month: .projectReport
        }
    }

    /// The page on which it is done.
    var address: String {
        switch matter {
        case .milestone(let task, _), .deadline(let task), .target(let task, _): "/governance/\(policy)/tasks/\(task)"
        case .document(let reform, _): "/policy/\(policy)/reforms/\(reform)"
        case .obstacle(let project, _), .need(let project, _), .month(let project, _):
            "/policy/\(policy)/projects/\(project)"
        }
    }
}
