import TestMaterial

#if os(Linux)
    import Glibc
    import HJ212
    import Testing

    @testable import Gateway

    /// What crowds and floods cost, measured in a process of its own, so that other tests do not count.
    @Suite(.serialized, .timeLimit(.minutes(5)))
    struct GatewayMemoryTests {
        /// Pages of this process that are in memory, in bytes.
        private static func residentBytes() throws -> Int {
            let file = try #require(fopen("/proc/self/statm", "r"))
            defer { fclose(file) }
            var line = [CChar](repeating: 0, count: 256)
            try #require(fgets(&line, 256, file) != nil)
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let pages = try #require(text.split(separator: " ").dropFirst().first.flatMap { Int($0) })
            return pages * Int(getpagesize())
        }

        /// How many lines this process can have both ends of, 10,000 at most.
        private static func linesMax() -> Int {
            var limit = rlimit()
            let openFiles = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
            guard getrlimit(openFiles, &limit) == 0 else { return 0 }
            limit.rlim_cur = limit.rlim_max
            setrlimit(openFiles, &limit)
            return min(10_000, (Int(clamping: limit.rlim_max) - 300) / 2)
        }

        private static func roomy() throws -> GatewaySettings {
            try GatewaySettings(
                port: 0, connectionsMax: 12_000, connectionsPerAddressMax: 12_000,
                connectionsPerAddressPerMinuteMax: 1_000_000)
        }

        @Test func `ten thousand silent lines leave a device served and cost little`() async {
            await #expect(processExitsWith: .success) {
                let count = Self.linesMax()
                #expect(count >= 300)
                try await withGateway(RecordingIntake(), settings: Self.roomy()) { server, port in
                    try await LoopbackDevice.with(port: port) { device in
                        let isServed = await device.isServed(1)
                        #expect(isServed)
                        let before = try Self.residentBytes()
                        var crowd: [LoopbackLine] = []
                        for number in 1...count {
                            let line = try LoopbackLine(port: port)
                            // Some begin a frame and fall silent in it.
                            if number.isMultiple(of: 10) { #expect(line.send(Array("##0900QN=2026".utf8))) }
                            crowd.append(line)
                            if number.isMultiple(of: 500) {
                                let isServedBeside = await device.isServed(number)
                                #expect(isServedBeside)
                            }
                        }
                        while server.metrics.counts.connectionsOpen <= count { await Task.yield() }
                        let isServedBeside = await device.isServed(count + 1)
                        #expect(isServedBeside && server.metrics.counts.connectionsRefused == 0)
                        let perLine = (try Self.residentBytes() - before) / count
                        #expect(perLine < 32_768, "\(perLine) bytes a silent line of \(count)")
                        crowd = []
                        while server.metrics.counts.connectionsOpen > 1 { await Task.yield() }
                        let isServedAfter = await device.isServed(count + 2)
                        #expect(isServedAfter)
                    }
                }
            }
        }

        @Test func `floods and deaf peers do not make the memory grow`() async {
            await #expect(processExitsWith: .success) {
                try await withGateway(RecordingCounter(), settings: Self.roomy()) { server, port in
                    try await LoopbackDevice.with(port: port) { device in
                        let isServed = await device.isServed(1)
                        #expect(isServed)
                        try await Self.flood(port, rounds: 5)
                        let before = try Self.residentBytes()
                        try await Self.flood(port, rounds: 60)
                        let grown = try Self.residentBytes() - before
                        #expect(grown < 48_000_000, "\(grown) bytes grown")
                        let isServedAfter = await device.isServed(2)
                        #expect(isServedAfter && server.metrics.counts.connectionsRefused == 0)
                    }
                }
            }
        }

        @Test func `a thousand lines that claim all they can stay within the written bound`() async {
            await #expect(processExitsWith: .success) {
                let count = min(1_000, Self.linesMax())
                let intake = RecordingIntake(held: true)
                let settings = try Self.roomy()
                try await withGateway(intake, settings: settings) { server, port in
                    let frames = try (1...100).flatMap { try SampleFrames.frame($0) }
                    let stream = Array(repeatElement(frames, count: 20).joined())
                    let before = try Self.residentBytes()
                    let lines = try await OffPool.run {
                        try (1...count).map { _ in try LoopbackLine(port: port, sendBufferBytes: 32_768) }
                    }
                    // One line alone is in the first transaction, so that all others wait.
                    let sentFirst = try await OffPool.run { lines[0].sendAtOnce(stream) }
                    await intake.begun(1)
                    // Twice, because the gateway takes some while the others are served.
                    let sent = try await OffPool.run {
                        (1...2).reduce(0) { sum, _ in sum + lines.reduce(0) { $0 + $1.sendAtOnce(stream) } }
                    }
                    // All but the one whose frames are being stored wait for their turn.
                    while server.metrics.counts.handInsWaiting < count - 1 { await Task.yield() }
                    let perLine = (try Self.residentBytes() - before) / count
                    let bound = settings.bufferedBytesMax + 12 * settings.readBytesMax
                    #expect((sentFirst + sent) / count > settings.readBytesMax)
                    #expect(perLine <= bound, "\(perLine) bytes a line, bound \(bound), sent \(sent / count)")
                    #expect(server.metrics.counts.framesStored == 0)
                    await intake.release()
                }
            }
        }

        /// In each round, lines of every bad manner at once, half a megabyte each.
        private static func flood(_ port: Int, rounds: Int) async throws {
            let frames = try (1...100).flatMap { try SampleFrames.frame($0) }
            let streams: [[UInt8]] = [
                Array(repeatElement(frames, count: 35).joined()), Array(repeating: 0, count: 500_000),
                Array(repeatElement(Array("##".utf8), count: 250_000).joined()),
                Array("##9999QN=".utf8) + Array(repeating: 0x31, count: 500_000),
                Array("##0900QN=1;CP=&&".utf8) + Array(repeatElement(Array("a=1;".utf8), count: 125_000).joined()),
            ]
            for _ in 1...rounds {
                try await OffPool.run {
                    // They send as much as is taken at once, read nothing, and go without a word.
                    let lines = try streams.map { _ in try LoopbackLine(port: port, receiveBufferBytes: 4_096) }
                    for (line, stream) in zip(lines, streams) { _ = line.sendAtOnce(stream) }
                    for line in lines { line.breakWhenClosed() }
                }
            }
        }
    }

    /// An intake that keeps nothing, so that what is measured is the gateway's.
    private struct RecordingCounter: FrameIntake {
        func store(_ arrivals: [Arrival]) async throws -> [IntakeVerdict] {
            arrivals.map { arrival in
                switch arrival.event {
                case .accepted: .stored
                case .quarantined: .quarantined(reason: "no frame")
                }
            }
        }
    }
#endif
