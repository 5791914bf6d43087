import HJ212

/// Random requests within their bounds.
enum RequestSamples {
    static func requests(using random: inout some RandomNumberGenerator) -> [PlatformRequest] {
        func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &random)] }
        func stamp() -> CivilStamp {
            let second = Int64.random(in: 1_000_000_000...2_000_000_000, using: &random)
            return CivilStamp(millisecondsSince1970: second * 1000)
        }
        func rounded(_ stamp: CivilStamp, _ kind: HistoryKind) -> CivilStamp {
            let alignment: Int64 =
                switch kind {
                case .minutes: 60
                case .hours: 3600
                case .days, .runTimes: 86400
                default: 1
                }
            let zone: Int64 = 28800
            let local = stamp.millisecondsSince1970 / 1000 + zone
            return CivilStamp(millisecondsSince1970: (local / alignment * alignment - zone) * 1000)
        }
        let factor = pick(["a21026", "w01018", "101", "LAMPBLACK", "pms_rules"])
        let number = String((0..<24).map { _ in pick(Array("0123456789ABCDEF")) })
        let histories = HistoryKind.allCases.map { kind -> PlatformRequest in
            let ends = [rounded(stamp(), kind), rounded(stamp(), kind)].sorted()
            return .history(kind, from: ends[0], to: ends[1], separator: pick(RangeSeparator.allCases))
        }
        let ends = [stamp(), stamp()].sorted()
        return histories + [
            .setTimeouts(
                overTimeS: Int.random(in: 1...99, using: &random), reCount: Int.random(in: 1...99, using: &random)),
            .readTime(factor: pick([nil, factor])), .setTime(stamp(), factor: pick([nil, factor])),
            .readRealTimeInterval, .setRealTimeInterval(s: Int.random(in: 30...3600, using: &random)),
            .readMinuteInterval, .setMinuteInterval(min: pick([1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30])),
            .setPassword(pick(["1", "654321", "aZ09"])), .startRealTime, .stopRealTime, .startEquipmentState,
            .stopEquipmentState, .calibrate(factor: factor, type: pick([nil, .zero, .span])),
            .sampleNow(factor: factor), .startCleaning(factor: factor), .compareSample(factor: factor), .retainSample,
            .setSamplingPeriod(
                factor: factor, start: ClockTime(hour: 23, minute: 5, second: 59) ?? .midnight,
                hours: Int.random(in: 1...24, using: &random)),
            .readSamplingPeriod(factor: factor), .readResultDelay(factor: factor),
            .readInstrumentNumber(factor: factor),
            .readSiteInformation(factor: pick([nil, factor]), item: "i11001", range: pick([nil, ends[0]...ends[1]])),
            .setSiteParameter(factor: factor, item: "i13004", value: "168.0"),
            .retainSampleNow(factor: pick([nil, factor])), .standardCheck(factor: factor), .setDeviceNumber(number),
            .setKey(created: stamp(), key: String(number.prefix(16))),
            .setWarnTime(Int.random(in: 1...99999, using: &random)), .readAlarmLimits(factors: ["101", factor]),
            .setAlarmLimits([AlarmLimit(factor: "101", lower: "1.1", upper: "9.9")]), .readPlatformAddress,
            .setPlatformAddress("3882566"), .readReportTime, .setReportTime(ClockTime("0101") ?? .midnight),
            .operateEquipment(factor: factor), .setSamplingHours(factor: factor, hours: [4, 10, 14, 16]),
        ]
    }

}
