import HJ212
import Kernel

/// Why a request is not taken. Nothing has changed then, and nothing was sent.
enum CommandRefusal: Error, Sendable, Equatable {
    /// No such outlet or conversation, or out of sight.
    case notFound
    /// The role may not ask this.
    case wrongRole(dangerous: Bool)
    /// A dangerous request without its confirmation.
    case notConfirmed
    /// A dangerous request without a reason.
    case reasonMissing
    /// A number outside its range.
    case numberOutOfRange(field: String, allowed: String)
    /// A text that is no moment.
    case notATime(field: String)
    /// The range ends before it begins.
    case rangeReversed
    /// The range reaches beyond the present.
    case rangeAhead
    /// More than one request may ask for.
    case rangeTooLong(hoursMax: Int)
    /// A factor or information code that is none.
    case notACode(field: String)
    /// A value that a frame cannot carry.
    case unfitValue(field: String)
    /// A new key would have to travel in clear: none is in force.
    case noKeyInForce
    /// The device's edition has no such request.
    case notInEdition(Dialect)
    /// As often as allowed today.
    case dayLimit(max: Int)
    /// As many requests of all kinds as one device may have in a day.
    case deviceDayLimit(max: Int)
    /// As many requests wait as may.
    case queueFull(max: Int)
}
