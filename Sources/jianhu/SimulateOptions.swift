import ArgumentParser
import HJ212
import Kernel
import Simulator

/// The flags of `jianhu simulate`.
struct SimulateOptions: ParsableArguments {
    @Option(help: "How many outlets, 1 to 100000.")
    var outlets: Int = 100

    @Option(help: ArgumentHelp("Where the frames go.", valueName: "host:port"))
    var to: SocketPlace?

    @Option(help: "The seed that decides the city.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Simulated seconds per second, or max for as fast as possible.", valueName: "x"))
    var speed: String = "1"

    @Option(help: "2005, 2017, 2025 or a comma-separated list; if left out, one in ten is 2005 and three are 2025.")
    var edition: String?

    @Option(
        help: ArgumentHelp(
            "none, field, or shares of frames such as bad-crc=0.01,half=0.05.", valueName: "mix"))
    var faults: String = "none"

    @Option(help: "Lines to the platform; one for each outlet if left out.")
    var connections: Int?

    @Option(help: "Frames of a logger that may wait for their answer, 1 to 64.")
    var window: Int = 1

    @Option(help: "Minutes of a minute report: 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30 or 60.")
    var minuteInterval: Int = 10

    @Option(
        help: ArgumentHelp(
            "Simulated start in China, 14 digits; if left out, such that the simulated end is now.", valueName: "time"))
    var from: String?

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Simulated duration, such as 90s, 10m, 6h or 2d; endless if left out.", valueName: "time"))
    var duration: String?

    @Option(
        help: ArgumentHelp("Write the register of the outlets as CSV; it holds their passwords.", valueName: "file"))
    var register: String?

    @ArgumentParser.Flag(
        help: "Send to another computer than this one. It must be yours: thousands of loggers are a heavy load.")
    var allowRemote = false

    var city: SimulatedCity {
        SimulatedCity(seed: seed, editions: editions ?? SimulatedCity.mixed, minuteInterval: minuteInterval)
    }

    func validate() throws {
        func demand(_ holds: Bool, _ sentence: String) throws {
            guard holds else { throw ValidationError(sentence) }
        }
        try demand((1...100_000).contains(outlets), "--outlets must be 1 to 100000.")
        try demand((1...64).contains(window), "--window must be 1 to 64.")
        try demand(
            (1...60).contains(minuteInterval) && 60 % minuteInterval == 0, "--minute-interval must divide 60.")
        try demand(
            connections.map { (1...outlets).contains($0) } ?? true, "--connections must be 1 to the number of outlets.")
        try demand(to != nil || register != nil, "give --to HOST:PORT, or --register FILE to write the register only.")
        try demand(edition == nil || editions != nil, "--edition is a list of 2005, 2017 and 2025.")
        try demand(pace != nil, "--speed must be above 0 and at most 100000, or max.")
        try demand(duration == nil || durationMS != nil, "--for must be a number with s, m, h or d, up to 366d.")
        try demand(from == nil || start != nil, "--from must be a real time of 14 digits, YYYYMMDDhhmmss.")
        do { _ = try FaultMix(reading: faults) } catch { throw ValidationError("--faults: \(error).") }
        try demand(
            pace == .times(1) || durationMS != nil, "--speed needs --for: time that runs faster must end somewhere.")
        if let to, !allowRemote {
            try demand(
                Self.isLoopback(to.host),
                "--to \(to) is another computer; add --allow-remote if it is yours and expects this load.")
        }
    }

    /// The plan; the values were validated before.
    func plan(to place: SocketPlace, now: Instant) throws -> TrafficPlan {
        let pace = pace ?? .times(1)
        let begin = start ?? now.adding(milliseconds: -(durationMS ?? 0) + realMS(pace))
        var plan = TrafficPlan(
            city: city, outlets: 0..<outlets, port: place.port, connections: connections, from: begin)
        plan.host = place.host
        plan.window = window
        plan.pace = pace
        plan.faults = try FaultMix(reading: faults)
        plan.until = durationMS.map { begin.adding(milliseconds: $0) }
        plan.threads = outlets > 1_000 ? 2 : 1
        if plan.until != nil, pace != .catchingUp {
            // After its last report a logger may still need all its tries.
            let patience = Double(TrafficPlan.overTimeS) * Double(TrafficPlan.reCount + 2)
            plan.secondsMax = Double(realMS(pace)) / 1_000 + patience
        }
        return plan
    }

    /// How many real milliseconds the simulated duration takes.
    private func realMS(_ pace: TrafficPlan.Pace) -> Int64 {
        switch pace {
        case .times(let speed): Int64(Double(durationMS ?? 0) / speed)
        case .catchingUp: 0
        }
    }

    private var pace: TrafficPlan.Pace? {
        if speed == "max" { return .catchingUp }
        guard let factor = Double(speed), factor > 0, factor <= 100_000 else { return nil }
        return .times(factor)
    }

    private var editions: [LoggerEdition]? {
        guard let edition else { return nil }
        let parts = edition.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let known = parts.compactMap(LoggerEdition.init(rawValue:))
        return known.count == parts.count ? known : nil
    }

    private var durationMS: Int64? {
        guard let duration, let unit = duration.last, let number = Int64(duration.dropLast()), number > 0,
            let length = ["s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000][unit] as Int64?,
            number <= 366 * 86_400_000 / length
        else { return nil }
        return number * length
    }

    private var start: Instant? {
        from.flatMap { $0.utf8.count == 14 ? CivilStamp($0) : nil }
            .map { Instant(milliseconds: $0.millisecondsSince1970) }
    }

    private static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "::1"
            || host.split(separator: ".", omittingEmptySubsequences: false).compactMap { UInt8($0) }.count == 4
                && host.hasPrefix("127.")
    }
}
