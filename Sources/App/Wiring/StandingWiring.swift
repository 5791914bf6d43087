import Access
import Facts
import Kernel
import Monitoring
import Persistence
import Registry
import Standards
import Supervision

/// What a standing sheet asks, answered by Access, Monitoring and Supervision.
struct StandingWiring: StandingSources {
    let monitoring: MonitoringRoom
    let supervision: SupervisionRoom

    func asker(_ person: PersonID, in access: any ReadAccess) throws -> StandingAsker? {
        guard let known = try People.person(person, in: access), known.standing == .active,
            let place = try known.organisation.flatMap({ try Organisations.organisation($0, in: access) }),
            place.kind == .bank
        else { return nil }
        return StandingAsker(organisation: place.id.text, name: place.name)
    }

    func means(of outlet: OutletID, in access: any ReadAccess) throws -> [StandingSheet.Mean] {
        try monitoring.publishedMeans(of: outlet, in: access).map { mean in
            StandingSheet.Mean(
                factor: mean.factor.code, name: mean.factor.name, period: mean.period.phrase, start: mean.start,
                value: mean.value, limit: mean.limit, isBeyond: mean.isBeyond, mark: mean.mark,
                markWords: mean.markWords)
        }
    }

    func record(
        of outlet: OutletID, from day: CivilDate, in access: any ReadAccess
    ) throws -> StandingSheet.Record {
        let cases = try supervision.decidedCases(of: outlet, from: day, in: access)
        return StandingSheet.Record(open: cases.open, closed: cases.closed, withdrawn: cases.withdrawn)
    }
}
