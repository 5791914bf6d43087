extension PlatformRequest {
    /// The command that carries it.
    public var command: Command {
        switch self {
        case .setTimeouts: 1000
        case .setWarnTime: 1001
        case .setDeviceNumber: 1002
        case .readTime: 1011
        case .setTime: 1012
        case .setKey: 1014
        case .readAlarmLimits: 1021
        case .setAlarmLimits: 1022
        case .readPlatformAddress: 1031
        case .setPlatformAddress: 1032
        case .readReportTime: 1041
        case .setReportTime: 1042
        case .readRealTimeInterval: 1061
        case .setRealTimeInterval: 1062
        case .readMinuteInterval: 1063
        case .setMinuteInterval: 1064
        case .setPassword: 1072
        case .startRealTime: 2011
        case .stopRealTime: 2012
        case .startEquipmentState: 2021
        case .stopEquipmentState: 2022
        case .history(let kind, _, _, _): kind.command
        case .calibrate: 3011
        case .sampleNow: 3012
        case .startCleaning, .operateEquipment: 3013
        case .compareSample, .setSamplingHours: 3014
        case .retainSample: 3015
        case .setSamplingPeriod: 3016
        case .readSamplingPeriod: 3017
        case .readResultDelay: 3018
        case .readInstrumentNumber: 3019
        case .readSiteInformation: 3020
        case .setSiteParameter: 3021
        case .retainSampleNow: 3022
        case .standardCheck: 3024
        }
    }

    /// The editions in which it can be asked.
    public var editions: ClosedRange<Edition> {
        switch self {
        case .setWarnTime, .operateEquipment, .setSamplingHours: .only2005
        case .startCleaning, .compareSample: .since2017
        case .history(let kind, _, _, _): kind.editions
        case .calibrate(_, let type): type == nil ? .all : .only2025
        default: knownEditions
        }
    }

    /// From the first to the last edition whose catalogue has the number from the platform's side.
    private var knownEditions: ClosedRange<Edition> {
        let known = Edition.allCases.filter { entry(in: $0) != nil }
        return (known.first ?? .hj2017)...(known.last ?? .hj2017)
    }

    /// How the device answers: with 9011 and 9012, with values between them, or with 9013.
    public var kind: CommandKind {
        if case .history = self { return .requestForValues }
        return entry(in: editions.upperBound)?.kind ?? .request
    }

    /// Its row of the catalogue; nil where the edition does not know the number from the platform's side.
    public func entry(in edition: Edition) -> CommandEntry? {
        CommandCatalogue.entry(for: command, from: .platform, in: edition)
    }
}
