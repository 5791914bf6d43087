import HJ212
import Kernel
import NIOCore
import NIOPosix

/// One line to the platform with the loggers behind it; lives on one event loop and opens itself again when it breaks.
final class OutletLine {
    let plan: TrafficPlan
    let clock: TrafficClock
    let book: TrafficBook
    let loop: any EventLoop
    let onAnswered: SimulatedTraffic.AnswerObserver?
    let finished: EventLoopPromise<Void>
    var desks: [LoggerDesk]
    var writer = FrameWriter()
    private let places: [String: Int]
    private var channel: (any Channel)?
    private var scanner = FrameScanner()
    private var outgoing = ByteBuffer()
    private var attempts = 0
    private var isPausing = false
    private var isOver = false
    private var wake: Scheduled<Void>?

    init(
        _ outlets: [SimulatedOutlet], plan: TrafficPlan, clock: TrafficClock, book: TrafficBook, loop: any EventLoop,
        onAnswered: SimulatedTraffic.AnswerObserver?
    ) {
        self.plan = plan
        self.clock = clock
        self.book = book
        self.loop = loop
        self.onAnswered = onAnswered
        finished = loop.makePromise()
        desks = outlets.map { LoggerDesk($0, plan: plan) }
        places = Dictionary(uniqueKeysWithValues: outlets.enumerated().map { ($1.device.text, $0) })
    }

    // MARK: The connection

    func connect() {
        guard !isOver else { return }
        let handler = NIOLoopBound(self, eventLoop: loop)
        ClientBootstrap(group: loop)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .connectTimeout(.seconds(TrafficPlan.overTimeS))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(LineHandler(line: handler.value))
                }
            }
            .connect(host: plan.host, port: plan.port)
            .assumeIsolated()
            .whenFailure { _ in self.reconnect() }
    }

    func opened(_ channel: any Channel) {
        guard !isOver else { return channel.close(promise: nil) }
        self.channel = channel
        scanner = FrameScanner()
        outgoing.clear()
        isPausing = false
        book.update { $0.connects += 1 }
        sendAgain { _ in true }
        pump()
    }

    func closed() {
        channel = nil
        if !isOver { reconnect() }
    }

    private func reconnect() {
        guard !isOver else { return }
        book.update { $0.breaks += 1 }
        attempts += 1
        let draw = plan.city.outlet(plan.outlets.lowerBound).draw.of(Int64(desks[0].outlet.number))
        loop.assumeIsolated().scheduleTask(in: Backoff.delay(attempt: attempts - 1, draw)) { self.connect() }
    }

    /// Ends the line for good.
    func end() {
        guard !isOver else { return }
        isOver = true
        wake?.cancel()
        channel?.close(promise: nil)
        finished.succeed()
    }

    // MARK: Answers and requests

    func received(_ buffer: ByteBuffer) {
        attempts = 0
        scanner.append(buffer.readableBytesView)
        let now = NIODeadline.now()
        while let event = scanner.next() {
            guard case .accepted(let frame) = event, let command = frame.header.cn else { continue }
            guard let device = frame.header.mn, let place = places[device] else { continue }
            if command == .dataAnswer || command == .notificationAnswer {
                answered(frame, at: place, now)
            } else if !command.isInteraction {
                let reply = RequestReply(to: frame, by: desks[place].outlet, at: clock.simulatedMS(at: now), &writer)
                outgoing.writeBytes(reply.bytes)
                book.update { $0.requests += 1 }
            }
        }
        pump()
    }

    private func answered(_ frame: Frame, at place: Int, _ now: NIODeadline) {
        guard let qn = frame.answeredQN.flatMap({ Int64($0.text) }), let flight = desks[place].receive(answerTo: qn)
        else { return book.update { $0.unasked += 1 } }
        let outlet = desks[place].outlet
        let points = outlet.pointCount(of: flight.report)
        book.update { counts in
            counts.answered += 1
            counts.pointsAnswered += points
            counts.answerTimes.record(microseconds: (now - flight.sentAt).nanoseconds / 1_000)
        }
        onAnswered?(outlet, flight.report)
    }

    // MARK: Sending

    /// Sends what is due and allowed by the window, then sleeps until something more can be.
    func pump() {
        guard !isOver else { return }
        wake?.cancel()
        let now = NIODeadline.now()
        if channel != nil, !isPausing {
            for place in desks.indices { sendDue(of: place, now) }
            flush()
        }
        sleep(from: now)
    }

    private func sendDue(of place: Int, _ now: NIODeadline) {
        let simulated = clock.simulatedMS(at: now)
        while !isPausing, desks[place].flights.count < plan.window, desks[place].leavesMS <= simulated,
            clock.includes(desks[place].leavesMS)
        {
            let lateness = clock.latenessMS(of: desks[place].leavesMS, at: now)
            guard let (report, fault) = desks[place].take(plan.faults) else { continue }
            let qn = writer.write(report, of: desks[place].outlet, clockOffsetMS: desks[place].clockOffsetMS)
            var isAnswered = true
            if let fault {
                let dispatch = Dispatch(writer.bytes, fault: fault, draw: desks[place].outlet.draw.of(qn))
                outgoing.writeBytes(dispatch.bytes)
                isAnswered = dispatch.isAnswered
                if !dispatch.rest.isEmpty { pause(before: dispatch.rest) }
            } else {
                outgoing.writeBytes(writer.bytes)
            }
            if isAnswered { desks[place].await(LoggerDesk.Flight(report: report, qn: qn, sentAt: now)) }
            let byteCount = writer.bytes.count
            book.update { counts in
                counts.sent += 1
                counts.bytesSent += byteCount
                if !isAnswered { counts.damaged += 1 }
                if lateness > 5_000 { counts.late += 1 }
            }
        }
    }

    /// Writes the second part of a frame after a pause; nothing else goes out meanwhile.
    private func pause(before rest: [UInt8]) {
        isPausing = true
        let opened = channel
        loop.assumeIsolated().scheduleTask(in: .milliseconds(40)) {
            guard let opened, self.channel === opened else { return }
            self.outgoing.writeBytes(rest)
            self.isPausing = false
            self.pump()
        }
    }

    /// Sends waiting frames again.
    private func sendAgain(_ isDue: (LoggerDesk.Flight) -> Bool) {
        let now = NIODeadline.now()
        for place in desks.indices {
            for (index, flight) in desks[place].flights.enumerated() where isDue(flight) {
                writer.write(
                    flight.report, of: desks[place].outlet, clockOffsetMS: desks[place].clockOffsetMS)
                outgoing.writeBytes(writer.bytes)
                desks[place].repeated(index, at: now, counting: flight.repetitions < TrafficPlan.reCount)
                book.update { counts in
                    counts.sent += 1
                    counts.repeated += 1
                }
            }
        }
    }

    private func flush() {
        guard outgoing.readableBytes > 0, let channel else { return }
        channel.writeAndFlush(outgoing, promise: nil)
        outgoing = channel.allocator.buffer(capacity: 1_024)
    }

    private func sleep(from now: NIODeadline) {
        var leaves = Int64.max
        var isWaiting = isPausing
        for desk in desks {
            if !desk.flights.isEmpty { isWaiting = true }
            if clock.includes(desk.leavesMS), desk.flights.count < plan.window { leaves = min(leaves, desk.leavesMS) }
            if clock.includes(desk.leavesMS) { isWaiting = isWaiting || desk.flights.count >= plan.window }
        }
        guard isWaiting || leaves < .max else { return end() }
        let due = leaves == .max ? now + .seconds(1) : min(clock.deadline(of: leaves), now + .seconds(1))
        wake = loop.assumeIsolated().scheduleTask(deadline: max(due, now + .milliseconds(1))) { self.awake() }
    }

    private func awake() {
        let overdue = NIODeadline.now() - .seconds(TrafficPlan.overTimeS)
        if channel != nil, !isPausing {
            let isGivenUp = desks.contains { desk in
                desk.flights.contains { $0.sentAt < overdue && $0.repetitions >= TrafficPlan.reCount }
            }
            if isGivenUp {
                channel?.close(promise: nil)
            } else {
                sendAgain { $0.sentAt < overdue }
            }
        }
        pump()
    }
}
