import HJ212
import Kernel
import Registry
import NIOCore
import NIOPosix

/// A data logger of the demonstration: real HJ 212 over real lines, waits for the answers it asks for.
struct SimulatedLogger: Sendable {
    let instruments: DemoInstruments
    /// The password that the register knew at the start.
    let registeredPassword: String
    /// What the platform told it.
    let memory = SimulatedMemory()

    /// The curve of the stack it measures; nil for another outlet.
    var stack: DemoCurve? {
        if case .stack(let curve) = instruments { curve } else { nil }
    }

    /// The curve of the waste water it measures; nil for another outlet.
    var wasteWater: DemoWaterCurve? {
        if case .wasteWater(let curve) = instruments { curve } else { nil }
    }

    /// The curve of the place it measures; nil for another outlet.
    var place: DemoPlaceCurve? {
        if case .place(let curve) = instruments { curve } else { nil }
    }

    /// What it sends as PW: what the platform set last.
    var password: String { memory.settings.password ?? registeredPassword }

    /// A line that gave no answer, or ended.
    struct NoAnswer: Error {}

    /// The frame of a command for a data time, sent at a moment.
    func frame(_ command: Command, dataTime: Instant, suffix: String, sentAt: Instant) throws -> [UInt8] {
        let items =
            command == .hourValues
            ? instruments.items(ofHour: dataTime) : instruments.items(at: dataTime, suffix: suffix)
        return try frame(command, dataTime: dataTime, items, sentAt: sentAt)
    }

    private func frame(
        _ command: Command, dataTime: Instant, _ items: [[Item]], sentAt: Instant
    ) throws -> [UInt8] {
        let header = Header(
            qn: QN(CivilStamp(millisecondsSince1970: sentAt.milliseconds)), st: instruments.systemCode, cn: command,
            pw: password, mn: instruments.outlet.device.text, flag: HJ212.Flag(instruments.speaks2025 ? 9 : 5))
        let stamp = CivilStamp(millisecondsSince1970: dataTime.milliseconds)
        return try FrameEncoder.encode(
            header: header, items: [[Item(key: "DataTime", value: stamp.text14)]] + items)
    }

    /// The hourly mean of an hour that is over and, of a logger that uploads days, the mean of the day it ends.
    func means(ofHour hour: Instant, sentAt: Instant) throws -> [[UInt8]] {
        let ofHour = try frame(.hourValues, dataTime: hour, suffix: "Avg", sentAt: sentAt)
        return [ofHour] + (try day(endedBy: hour, sentAt: sentAt.adding(milliseconds: 1)))
    }

    /// The mean of the day that an hour ends, of a logger that uploads days.
    func day(endedBy hour: Instant, sentAt: Instant) throws -> [[UInt8]] {
        guard let items = instruments.dayItems(endedByHour: hour) else { return [] }
        return [try frame(.dayValues, dataTime: Instant(startOf: hour.civil.date), items, sentAt: sentAt)]
    }

    /// The five-minute means of a furnace's temperature of an hour that is over.
    func furnaceMeans(ofHour hour: Instant, sentAt: Instant) throws -> [[UInt8]] {
        try instruments.furnaceItems(ofHour: hour).enumerated().map { number, mean in
            try frame(
                .furnaceTemperature, dataTime: mean.start, mean.items,
                sentAt: sentAt.adding(milliseconds: Int64(number)))
        }
    }

    /// The frames of an hour that is over: six ten-minute means, the hourly mean, the mean of the day it ends, and
    /// what a furnace says.
    func frames(ofHour hour: Instant, sentAt: Instant) throws -> [[UInt8]] {
        let minutes = try (0..<6).map { part in
            try frame(
                .minuteValues, dataTime: hour.adding(minutes: Int64(part) * 10), suffix: "Avg",
                sentAt: sentAt.adding(milliseconds: Int64(part)))
        }
        return try minutes + means(ofHour: hour, sentAt: sentAt.adding(milliseconds: 6))
            + furnaceMeans(ofHour: hour, sentAt: sentAt.adding(milliseconds: 8))
    }

    /// Sends frames over a line of its own, behind bytes that nobody answers, and waits until each is answered.
    func send(_ frames: [[UInt8]], after strays: [UInt8] = [], to port: Int) async throws {
        let line = try await Self.connect(to: port)
        try await line.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(bytes: strays + frames.joined()))
            var scanner = FrameScanner()
            var answers = 0
            for try await bytes in inbound {
                scanner.append(bytes.readableBytesView)
                while let event = scanner.next() {
                    if case .accepted = event { answers += 1 }
                }
                if answers >= frames.count { return }
            }
            throw NoAnswer()
        }
    }

    /// A line to the gateway of this machine.
    static func connect(to port: Int) async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
    }
}
