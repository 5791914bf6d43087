public import Kernel

/// Another department's program is told of facts from now on.
public struct NoticeSubscribed: Fact {
    public static let kind = "notices.subscribed"
    /// The subscription.
    public let subscription: String
    /// Who is told.
    public let name: String
    /// Where it listens.
    public let address: String
    /// Of which kinds of fact.
    public let kinds: [String]
    /// Of which region only; nil for the whole city.
    public let region: RegionCode?

    /// A subscription made.
    public init(subscription: String, name: String, address: String, kinds: [String], region: RegionCode?) {
        self.subscription = subscription
        self.name = name
        self.address = address
        self.kinds = kinds
        self.region = region
    }
}

/// A department is told of nothing more.
public struct NoticeSubscriptionEnded: Fact {
    public static let kind = "notices.subscription-ended"
    /// The subscription.
    public let subscription: String
    /// Why.
    public let reason: String

    /// A subscription ended.
    public init(subscription: String, reason: String) {
        self.subscription = subscription
        self.reason = reason
    }
}
