import Kernel
import Registry
import Supervision

/// A step on a case of the demonstration that is still to be taken.
struct DemoStep: Sendable {
    let enterprise: Enterprise
    let outlet: Outlet
    let move: DemoMove
    /// Whether the case is about a single hour of waste gas, which the branch closes itself.
    let isOfOneHour: Bool
    /// When the play's first hour began: its case was opened soon after.
    let playFrom: Instant
    let at: Instant
    /// What its case turns out to be, as the qualification has it; nil in a story that ends before.
    let branch: CaseBranch?

    /// The steps of all stories, in the order in which they are taken.
    static func planned(for loggers: [SimulatedLogger]) -> [DemoStep] {
        let firms = loggers.compactMap { $0.stack?.firm }
        return loggers.flatMap { logger -> [DemoStep] in
            switch logger.instruments {
            case .stack(let curve):
                return zip(curve.exceedances, curve.firm.story.plays).flatMap { span, play in
                    steps(
                        play.moves, of: curve.firm.enterprise, at: curve.firm.outlet, isOfOneHour: play.hours == 1,
                        playFrom: span.from, openedAt: span.from.adding(hours: 1))
                }
            case .wasteWater(let curve):
                guard let end = curve.exceedingDayEnd, let firm = curve.firm(among: firms) else { return [] }
                return steps(
                    curve.place.moves, of: firm.enterprise, at: curve.place.outlet, isOfOneHour: false, playFrom: end,
                    openedAt: end)
            case .place(let curve):
                return zip(curve.spans, curve.place.story.plays).flatMap { span, play in
                    let opening = curve.opening(of: span)
                    return steps(
                        play.moves, of: curve.place.enterprise, at: curve.place.outlet,
                        isOfOneHour: play.hours == 1 && !curve.place.process.isJudgedByDay, playFrom: span.lowerBound,
                        openedAt: opening)
                }
            }
        }.sorted { $0.at < $1.at }
    }

    private static func steps(
        _ moves: [DemoMove], of enterprise: Enterprise, at outlet: Outlet, isOfOneHour: Bool, playFrom: Instant,
        openedAt: Instant
    ) -> [DemoStep] {
        var at = openedAt.adding(minutes: 1)
        let branch = moves.first { $0.action == .qualify }?.outcome.flatMap(CaseBranch.init)
        return moves.map { move in
            at = at.adding(minutes: move.minutes)
            return DemoStep(
                enterprise: enterprise, outlet: outlet, move: move, isOfOneHour: isOfOneHour, playFrom: playFrom,
                at: at, branch: branch)
        }
    }
}
