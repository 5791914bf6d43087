/// Why a number or a secret of a device is not changed. Nothing has changed then.
public enum DeviceChangeRefusal: Error, Equatable {
    /// No such outlet.
    case unknownOutlet
    /// No device goes by this number.
    case unknownDevice
    /// A network code has 24 digits of 0-9 and A-F.
    case notANetworkCode
    /// Another outlet's logger is known by this number.
    case numberInUse
    /// A password has one to six letters or digits.
    case notAPassword
    /// It is believed already.
    case alreadyKnown
    /// As many values wait for their first use as may.
    case tooManyWaiting(max: Int)
}
