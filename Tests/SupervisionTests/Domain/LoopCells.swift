import Kernel
import TestMaterial

@testable import Supervision

/// The whole table as the method prints it, and what it says of a cell; nothing here is asked of the code.
struct LoopCells {
    static let heading =
        "| from | action | outcome | to | whose | when | form | clock | refused by | after the clock |"

    struct Row {
        let from: String
        let action: String
        let outcome: String?
        let to: String
        let owner: String
        let moment: String
        let rules: [String]
    }

    let rows: [Row]

    init() throws {
        rows = try RepositoryFile.table(Self.heading, in: ClosedLoopTests.method).map { cells in
            Row(
                from: cells[0], action: cells[1], outcome: cells[2] == "–" ? nil : cells[2], to: cells[3],
                owner: cells[4], moment: cells[5],
                rules: cells[8].split(separator: ",").map { String($0.drop { $0 == " " }) })
        }
    }

    /// The rows of an action in a state.
    func rows(_ action: CaseAction, _ state: CaseState) -> [Row] {
        rows.filter { $0.action == action.rawValue && $0.from == state.rawValue }
    }

    /// Who may take an action in a state; where it does not start, whoever takes it elsewhere is told so.
    func roles(
        _ action: CaseAction, _ state: CaseState, isOvertime: Bool, isWithdrawn: Bool = false,
        isRequestLate: Bool = false, isServiceOwed: Bool = false
    ) -> Set<Role> {
        let here = rows(action, state)
        let words: [String: Role] = [
            "city": .cityOfficer, "branch": .branchOfficer, "enterprise": .enterpriseManager,
            // Of two hours: the city's.
            "closing": .cityOfficer,
        ]
        let own = (here.isEmpty ? rows.filter { $0.action == action.rawValue } : here).compactMap { words[$0.owner] }
        let decides: [Role] = isRequestLate && !here.isEmpty && action == .decideTime ? [.cityOfficer] : []
        let late =
            isServiceOwed && [.ordered, .reported].contains(state)
            ? (CaseAction.serve, Role.cityOfficer) : handedUp[state]
        return Set(own + decides).union(
            isOvertime && !isWithdrawn && !here.isEmpty
                ? late.map { $0.0 == action ? [$0.1] : [] } ?? [] : [])
    }

    /// Which action goes to whom when the clock of a state ran out.
    private let handedUp: [CaseState: (CaseAction, Role)] = [
        .warned: (.accept, .branchOfficer), .answered: (.accept, .cityOfficer), .accepted: (.check, .cityOfficer),
        .checked: (.qualify, .cityOfficer), .confirmed: (.order, .cityOfficer), .ordered: (.recheck, .branchOfficer),
        .reported: (.recheck, .cityOfficer), .failed: (.order, .cityOfficer), .faulty: (.qualify, .branchOfficer),
        .repairing: (.qualify, .branchOfficer), .repaired: (.confirm, .cityOfficer),
        .mismarked: (.qualify, .branchOfficer), .remarked: (.confirm, .cityOfficer),
    ]
}
