import Kernel
import Testing

@testable import Supervision

/// Every cell of the table: state × action × role × moment, and each rule in each row.
struct ClosedLoopCellsTests {
    /// What a case may have behind it beside its way.
    enum Past: CaseIterable {
        case nothing, faultKnown, asked, askedLate, handedOver, withdrawn, unserved, served
    }

    private static func attempt(
        _ action: CaseAction, _ state: CaseState, _ role: Role, _ past: Past, isOvertime: Bool, outcome: String?
    ) -> LoopAttempt {
        var attempt = LoopAttempt(action, at: state, outcome: outcome, by: role)
        attempt.isOvertime = isOvertime
        switch past {
        case .nothing: break
        case .faultKnown: attempt.add(.reportFault)
        case .asked: attempt.add(.askTime)
        case .askedLate:
            attempt.add(.askTime)
            attempt.isRequestLate = true
        case .handedOver: attempt.add(.handOver)
        case .withdrawn: attempt.episodes = [CaseExample.episode(isWithdrawn: true)]
        case .unserved: attempt.isServiceOwed = true
        case .served: attempt.add(.serve)
        }
        return attempt
    }

    private static func isOpen(_ row: LoopCells.Row, _ state: CaseState, _ past: Past, isOvertime: Bool) -> Bool {
        let isFaultKnown = past == .faultKnown || CaseExample.way(to: state).contains { $0.0 == .reportFault }
        let isAsked = [.asked, .askedLate].contains(past)
        return switch row.moment {
        case "always": true
        case "in-time": !isAsked && (!isOvertime || past == .unserved && state == .ordered)
        case "unserved": past != .served
        case "served": past != .unserved
        case "overtime": isOvertime
        case "withdrawn": past == .withdrawn
        case "asked": isAsked
        case "fault-known": isFaultKnown
        case "fault-unknown": !isFaultKnown
        case "once": past != .handedOver
        default: false
        }
    }

    /// 18 states × 20 actions × 7 roles × 8 pasts × in time or overtime.
    @Test(arguments: CaseState.allCases)
    func `each cell is taken, or refused by the rule that the method names`(state: CaseState) throws {
        let cells = try LoopCells()
        for isOvertime in [false, true] where !isOvertime || ClosedLoop.stand(of: state) != nil {
            for past in Past.allCases {
                for action in CaseAction.allCases {
                    let here = cells.rows(action, state)
                    let open = here.filter { Self.isOpen($0, state, past, isOvertime: isOvertime) }
                    let roles = cells.roles(
                        action, state, isOvertime: isOvertime, isWithdrawn: past == .withdrawn,
                        isRequestLate: past == .askedLate, isServiceOwed: past == .unserved)
                    for role in Role.allCases {
                        let attempt = Self.attempt(
                            action, state, role, past, isOvertime: isOvertime, outcome: open.first?.outcome)
                        let found = try attempt.result()
                        let expected =
                            roles.contains(role) ? Self.expected(state, past, here: here, open: open) : "SUP-ROLE"
                        #expect(found == expected, "\(state) \(action) \(role) \(past) \(isOvertime)")
                    }
                }
            }
        }
    }

    private static func expected(
        _ state: CaseState, _ past: Past, here: [LoopCells.Row], open: [LoopCells.Row]
    ) -> String {
        if state == .merged { return "SUP-MERGED" }
        if let row = open.first {
            let confirms = row.action == "qualify" && row.to == "confirmed"
            return past == .withdrawn && confirms ? "SUP-WITHDRAWN" : row.to
        }
        return switch here.first?.moment {
        case "withdrawn": "SUP-STANDS"
        case "in-time": "SUP-NO-MORE-TIME"
        case "unserved": "SUP-SERVED"
        case "served": "SUP-SERVICE"
        case "once": "SUP-HANDED-OVER"
        case "fault-unknown": "SUP-FAULT-KNOWN"
        default: "SUP-STATE"
        }
    }

    @Test(arguments: ClosedLoop.passages)
    func `each row is taken, and refused by each rule it names and by no other`(passage: ClosedLoop.Passage) throws {
        #expect(try LoopAttempt(passage).result() == passage.to.rawValue)
        let row = try #require(
            try LoopCells().rows(passage.action, passage.from).first {
                $0.outcome == passage.outcome && $0.to == passage.to.rawValue
            })
        for rule in CaseRule.allCases {
            var attempt = LoopAttempt(passage)
            attempt.provoke(rule)
            let found = try attempt.result()
            let isNamed = [.role, .overtaken].contains(rule) || row.rules.contains(rule.rawValue)
            // Only the desk of marks refuses by its own rules; that is tested with it.
            guard rule != .markDesk else { continue }
            #expect((found == rule.rawValue) == isNamed, "\(rule): \(found)")
        }
    }

    @Test(arguments: CaseState.allCases)
    func `whoever saw other steps was overtaken, wherever the case stands`(state: CaseState) throws {
        let cells = try LoopCells()
        for action in CaseAction.allCases where state != .merged {
            for role in cells.roles(action, state, isOvertime: false) {
                for offset in [-1, 1] {
                    var attempt = LoopAttempt(action, at: state, outcome: nil, by: role)
                    attempt.seenOffset = offset
                    #expect(try attempt.result() == "SUP-OVERTAKEN")
                }
            }
        }
    }

    @Test func `the rules that the rows name are all there are, but those of every step`() {
        let named = Set(ClosedLoop.passages.flatMap(ClosedLoop.rules)).union(ClosedLoop.commonRules)
        #expect(named == Set(CaseRule.allCases))
    }
}
