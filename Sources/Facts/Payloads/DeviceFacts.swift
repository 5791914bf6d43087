public import Kernel

/// A request to a data logger was put into its queue: who asked what, and why.
public struct DeviceCommandAsked: Fact {
    public static let kind = "devices.command-asked"
    /// The conversation.
    public let conversation: ConversationID
    /// The logger.
    public let device: DeviceNumber
    /// What was asked, for example `time-set`.
    public let command: String
    /// Its parameters.
    public let parameters: [String: String]
    /// Why, in the words of whoever asked.
    public let reason: String

    /// A request that was asked for.
    public init(
        conversation: ConversationID, device: DeviceNumber, command: String, parameters: [String: String],
        reason: String
    ) {
        self.conversation = conversation
        self.device = device
        self.command = command
        self.parameters = parameters
        self.reason = reason
    }
}

/// A request left for its data logger for the first time.
public struct DeviceCommandSent: Fact {
    public static let kind = "devices.command-sent"
    /// The conversation.
    public let conversation: ConversationID
    /// CN.
    public let number: Int
    /// QN, which the answers repeat.
    public let requestNumber: String

    /// A request that was sent.
    public init(conversation: ConversationID, number: Int, requestNumber: String) {
        self.conversation = conversation
        self.number = number
        self.requestNumber = requestNumber
    }
}

/// A conversation with a data logger ended.
public struct DeviceCommandEnded: Fact {
    public static let kind = "devices.command-ended"
    /// The conversation.
    public let conversation: ConversationID
    /// How: `done`, `refused`, `failed`, `unanswered`, `interrupted`, `superseded` or `expired`.
    public let state: String
    /// Why, for example `exe-1` or `no-answer`.
    public let outcome: String
    /// How often the request was sent.
    public let tries: Int
    /// How many data frames came.
    public let dataFrames: Int

    /// A conversation that ended.
    public init(conversation: ConversationID, state: String, outcome: String, tries: Int, dataFrames: Int) {
        self.conversation = conversation
        self.state = state
        self.outcome = outcome
        self.tries = tries
        self.dataFrames = dataFrames
    }
}

/// A gap in a logger's values was asked for as often as is worth while, and stays.
public struct DeviceGapGivenUp: Fact {
    public static let kind = "devices.gap-given-up"
    /// The outlet.
    public let outlet: OutletID
    /// CN of the missing values.
    public let number: Int
    /// Start of the first missing period.
    public let from: Instant
    /// Start of the last missing period.
    public let to: Instant
    /// How often it was asked for.
    public let tries: Int

    /// A gap that stays.
    public init(outlet: OutletID, number: Int, from: Instant, to: Instant, tries: Int) {
        self.outlet = outlet
        self.number = number
        self.from = from
        self.to = to
        self.tries = tries
    }
}

/// A data logger asked the platform for something: its time, a new key, or a network code.
public struct DeviceAsked: Fact {
    public static let kind = "devices.device-asked"
    /// The logger; its own hardware number while it has no MN yet.
    public let device: String
    /// CN of what it sent.
    public let number: Int
    /// What became of it, for example `time-set`.
    public let answer: String

    /// What a logger asked for.
    public init(device: String, number: Int, answer: String) {
        self.device = device
        self.number = number
        self.answer = answer
    }
}

/// An administrator or city officer accepted a registering logger (1001) and gave it a device number.
public struct DeviceRegistrationAccepted: Fact {
    public static let kind = "devices.registration-accepted"
    /// What the logger calls its hardware (i23005).
    public let hardware: String
    /// The outlet it was given to.
    public let outlet: OutletID
    /// The number it gets.
    public let device: DeviceNumber

    /// An accepted registration.
    public init(hardware: String, outlet: OutletID, device: DeviceNumber) {
        self.hardware = hardware
        self.outlet = outlet
        self.device = device
    }
}

/// A registration request was removed by a person.
public struct DeviceRegistrationDismissed: Fact {
    public static let kind = "devices.registration-dismissed"
    /// What the logger calls its hardware (i23005).
    public let hardware: String

    /// A removed registration.
    public init(hardware: String) {
        self.hardware = hardware
    }
}

/// Who decides when a logger asks for a new key (1014).
public struct DeviceKeyPolicySet: Fact {
    public static let kind = "devices.key-policy-set"
    /// `people` or `platform`.
    public let policy: String

    /// A policy.
    public init(policy: String) {
        self.policy = policy
    }
}
