import Facts
import Kernel
import Persistence

extension CaseDesk {
    /// The open case of an outlet that was told of an hour of an exceedance before, whatever was done in it since.
    ///
    /// Values that are sent again split an exceedance or bring one back: Monitoring tells it as another, and one hour
    /// is not ordered upon in two cases.
    static func holder(of found: ExceedanceFound, in access: any ReadAccess) throws -> SupervisionCase? {
        let hours = hours(of: found.extent, found.pollutant)
        return try CaseStore.open(at: found.outlet, in: access).first { subject in
            try told(of: subject, in: access).contains { known in
                known.pollutant == hours.pollutant && known.first <= hours.last && hours.first <= known.last
            }
        }
    }
}
