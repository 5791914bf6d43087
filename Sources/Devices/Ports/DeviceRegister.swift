public import Facts
public import Kernel
public import Persistence

/// What Devices has done to numbers, passwords and keys by whoever keeps the register; filled by `App`.
///
/// A change waits until its device has confirmed it, and until then the old value is believed as before.
public protocol DeviceRegister: Sendable {
    /// Makes a number known as the one that an outlet's logger is about to get. Throws `RegisterRefusal`.
    func assign(
        _ number: DeviceNumber, to outlet: OutletID, password: String?, by author: FactAuthor, at now: Instant,
        in access: any WriteAccess
    ) throws
    /// Draws a secret for an order, or gives the one that was ordered and waits. Throws `RegisterRefusal`.
    func order(
        _ secret: DeviceSecret, of device: DeviceNumber, by author: FactAuthor, at now: Instant,
        in access: any WriteAccess
    ) throws -> Int
    /// Takes up a secret that a person entered. Throws `RegisterRefusal`.
    func enter(
        _ secret: EnteredSecret, of device: DeviceNumber, by author: FactAuthor, at now: Instant,
        in access: any WriteAccess
    ) throws
    /// Takes a device's word (9012, success) for a change.
    func confirm(_ change: DeviceChange, of device: DeviceNumber, at now: Instant, in access: any WriteAccess) throws
    /// What requests with secrets need.
    func terms(of device: DeviceNumber, in access: any ReadAccess) throws -> DeviceTerms
    /// The numbers of an outlet's logger with what is known of their secrets, oldest first.
    func numbers(of outlet: OutletID, in access: any ReadAccess) throws -> [KnownNumber]
}

/// A secret of a device.
public enum DeviceSecret: String, Sendable, CaseIterable {
    /// PW.
    case password
    /// The SM4 key of encrypted data areas.
    case key
}

/// A secret that a person entered.
public enum EnteredSecret: Sendable {
    /// What the device sends as PW.
    case password(String)
    /// The 16 bytes of its SM4 key; whether somebody vouches that a machine drew them.
    case key([UInt8], isDrawn: Bool)
}

/// A change that a device can confirm.
public enum DeviceChange: Sendable, Equatable {
    /// It goes by the number.
    case number
    /// It has taken a password or key, by its place in the order of coming up.
    case secret(DeviceSecret, Int)
}

/// Why the register does not take a change. Nothing has changed then.
public enum RegisterRefusal: Error, Sendable, Equatable, CaseIterable {
    /// No such outlet or device.
    case unknown
    /// A network code has 24 digits of 0-9 and A-F.
    case notANetworkCode
    /// Another outlet's logger is known by this number.
    case numberInUse
    /// A password has one to six letters or digits.
    case notAPassword
    /// It is believed already.
    case alreadyKnown
    /// As many values wait for their first use as may.
    case tooManyWaiting
    /// An SM4 key has 16 bytes.
    case keyLength
    /// The key is fixed, patterned or printed in a standard.
    case keyPattern
    /// The key is text, and nobody vouches that it was drawn.
    case keyText
    /// Another device has this key.
    case keyShared
}
