import Facts
import Kernel
import Testing

@testable import Supervision

struct SupervisionCaseTests {
    @Test func `a single stack hour is closed by the branch, anything heavier by the city`() {
        let hour = CaseExample.episode(hours: 1)
        func role(
            _ episodes: [CaseEpisode], occurrence: Int = 1, raises: Int = 0, cityCloses: Bool = false
        ) -> Role {
            CaseExample.subject(
                at: .cleared, episodes: episodes, occurrence: occurrence, raises: raises, cityCloses: cityCloses
            ).closingRole
        }
        #expect(role([hour]) == .branchOfficer)
        #expect(role([hour], occurrence: 2) == .branchOfficer)
        #expect(role([hour, CaseExample.episode("EX2", hours: 3, isWithdrawn: true)]) == .branchOfficer)
        #expect(role([CaseExample.episode(hours: 2)]) == .cityOfficer)
        #expect(role([hour, CaseExample.episode("EX2", hours: 1)]) == .cityOfficer)
        #expect(role([hour], occurrence: 3) == .cityOfficer)
        #expect(role([CaseExample.episode(hours: 1, isToxic: true)]) == .cityOfficer)
        #expect(role([CaseExample.episode(hours: 1, level: .red)]) == .cityOfficer)
        #expect(role([hour], raises: 2) == .cityOfficer)
        #expect(role([hour], cityCloses: true) == .cityOfficer)
        #expect(role([CaseExample.episode(hours: 1, pollutant: PollutantCode(checked: "w01018"))]) == .cityOfficer)
    }

    @Test(arguments: [
        (WarningLevel.blue, 1, 0, false, WarningLevel.blue), (.blue, 1, 1, false, .yellow),
        (.orange, 1, 5, false, .red),
        (.blue, 3, 0, false, .red), (.blue, 2, 0, false, .blue), (.yellow, 1, 0, true, .red),
    ])
    func `the level is that of the multiple, red when repeated or toxic, louder by each raise`(
        level: WarningLevel, occurrence: Int, raises: Int, isToxic: Bool, expected: WarningLevel
    ) {
        let subject = CaseExample.subject(
            at: .found, episodes: [CaseExample.episode(level: level, isToxic: isToxic)], occurrence: occurrence,
            raises: raises)
        #expect(subject.level == expected)
    }

    @Test(arguments: [(false, WarningLevel.red), (true, .blue)])
    func `a cold furnace is heavier than a multiple, as long as it stands`(isWithdrawn: Bool, expected: WarningLevel) {
        let gas = CaseExample.episode(level: .blue, multiple: DecimalNumber(2))
        let furnace = CaseExample.episode("EX2", level: .red, isWithdrawn: isWithdrawn, multiple: DecimalNumber(0))
        for episodes in [[gas, furnace], [furnace, gas]] {
            #expect(CaseExample.subject(at: .found, episodes: episodes).level == expected)
        }
    }

    @Test(arguments: [(1, 0, 2, 2), (1, 0, 3, 3), (2, 1, 2, 3), (3, 2, 0, 3), (1, 1, 1, 1)])
    func `what joined a case counts as often as it stands`(
        occurrence: Int, withdrawn: Int, standing: Int, repetition: Int
    ) {
        let episodes = (0..<withdrawn + standing).map { CaseExample.episode("EX\($0)", isWithdrawn: $0 < withdrawn) }
        let subject = CaseExample.subject(at: .found, episodes: episodes, occurrence: occurrence)
        #expect(subject.repetition == repetition && subject.isRepeated == (repetition >= 3))
    }

    @Test(arguments: ClosedLoop.stands.map(\.state))
    func `an open case has one duty with one owner, in time and after`(state: CaseState) throws {
        let inTime = try #require(ClosedLoop.duty(of: CaseExample.subject(at: state)))
        let stand = try #require(ClosedLoop.stand(of: state))
        #expect(inTime.action == stand.duty)
        let late = try #require(ClosedLoop.duty(of: CaseExample.subject(at: state, isOvertime: true)))
        switch (stand.timeOut, ClosedLoop.above(inTime.role)) {
        case (.handUp(let action), .some(let above)): #expect(late == (action, above))
        case (.raise, _), (_, nil): #expect(late == inTime)
        }
        // Whoever has the duty can take it.
        for subject in [CaseExample.subject(at: state), CaseExample.subject(at: state, isOvertime: true)] {
            let duty = try #require(ClosedLoop.duty(of: subject))
            #expect(
                ClosedLoop.openActions(of: subject, by: duty.role, at: CaseExample.opened).contains(duty.action))
        }
    }

    @Test(arguments: CaseState.allCases)
    func `the way that a page draws passes through where the case stands, once`(state: CaseState) {
        let path = LoopPath.states(of: CaseExample.subject(at: state))
        #expect(path.first == .found && path.filter { $0 == state }.count == 1)
        #expect(Set(path).count == path.count)
        #expect([.closed, .merged].contains(path.last))
    }
}
