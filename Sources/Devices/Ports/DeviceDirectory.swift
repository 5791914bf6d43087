public import Kernel
public import Persistence

/// What Devices asks of whoever keeps the register; filled by `App`.
public protocol DeviceDirectory: Sendable {
    /// The logger of an outlet, when the outlet is in sight.
    func station(of outlet: OutletID, scope: Scope, in access: any ReadAccess) throws -> DeviceStation?
    /// The logger with this MN; nil when it is not registered.
    func station(of device: DeviceNumber, in access: any ReadAccess) throws -> DeviceStation?
    /// Registered loggers by outlet; `after` continues behind the last one of the part before.
    func stations(after: OutletID?, limit: Int, in access: any ReadAccess) throws -> [DeviceStation]
    /// The PW that a logger is asked with; nil when it is not registered.
    func password(of device: DeviceNumber, in access: any ReadAccess) throws -> String?
}
