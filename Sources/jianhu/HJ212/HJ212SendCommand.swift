import ArgumentParser
import FoundationEssentials
import HJ212

/// `jianhu hj212 send`: be a logger for a moment.
struct HJ212SendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Send frames over TCP and wait for their answers.",
        discussion: """
            One frame made of options, or with --stdin all frames of standard input,
            one after the other. A frame whose Flag asks for an answer must be
            answered before the next is sent. What comes back is written as JSON
            lines, in the shape of decode.

            The exit code is 0 when each frame that wants an answer was answered,
            else 1.

            Example:
              jianhu hj212 send --to 127.0.0.1:9212 --pw-file pw.txt \\
                --mn 010000A8900016F000169DC0 --st 31 --cn 2061 \\
                --data-time last-hour --set a21026-ZsAvg=412.0 --set a21026-Flag=N
            """
    )

    @Option(help: ArgumentHelp("Where the frames go.", valueName: "host:port"))
    var to: SocketPlace

    @ArgumentParser.Flag(help: "Send the frames of standard input instead of one made of options.")
    var stdin = false

    @Option(help: "Device number.")
    var mn: String?

    @Option(help: ArgumentHelp("File that holds the password; - reads it from standard input.", valueName: "file"))
    var pwFile: String?

    @Option(help: "System code, such as 31 for a stack.")
    var st: String?

    @Option(help: "Command, such as 2061 for hour values.")
    var cn: Int?

    @Option(help: "Flag: edition and wish for an answer; 5 is 2017 with answer.")
    var flag: UInt8 = 5

    @Option(help: "Data time: 14 digits, or last-hour for the start of the last full hour in Shanghai.")
    var dataTime: DataTimeOption?

    @Option(help: "Request number: 17 digits; now if left out.")
    var qn: String?

    @Option(help: ArgumentHelp("An item of the data area; repeat it for more.", valueName: "key=value"))
    var set: [ItemOption] = []

    @Option(help: "Seconds to wait for connection and for each answer, 1 to 600.")
    var timeoutS: Int = 5

    func validate() throws {
        guard (1...600).contains(timeoutS) else { throw ValidationError("--timeout-s must be 1 to 600 seconds.") }
        if stdin {
            let isFrameOptionGiven =
                mn != nil || pwFile != nil || st != nil || cn != nil || qn != nil
                || dataTime != nil || !set.isEmpty
            if isFrameOptionGiven {
                throw ValidationError("--stdin sends whole frames; leave out the options that make one.")
            }
            return
        }
        for (name, isMissing) in [
            ("--mn", mn == nil), ("--pw-file", pwFile == nil), ("--st", st == nil), ("--cn", cn == nil),
        ] where isMissing {
            throw ValidationError("\(name) is missing; give it, or send whole frames with --stdin.")
        }
        if let qn, QN(qn).stamp == nil {
            throw ValidationError("--qn \(qn) is not a time of 17 digits YYYYMMDDhhmmssSSS.")
        }
    }

    func run() async throws {
        let frames = stdin ? try framesFromStandardInput() : [try frameFromOptions()]
        let sender = FrameSender(place: to, timeoutSeconds: timeoutS) { event in
            try StandardStream.write(FrameLine(event).text)
        }
        try await sender.send(frames)
    }

    private func framesFromStandardInput() throws -> [Frame] {
        var scanner = FrameScanner(options: ScanOptions(crc: .any, tail: .awaited))
        scanner.append(try StandardStream.readToEnd())
        let frames = try scanner.finish().map { event in
            switch event {
            case .accepted(let frame): return frame
            case .quarantined(let stretch):
                throw CommandFault(
                    "standard input at byte \(stretch.offset): \(stretch.reason); nothing was sent, mend the input.")
            }
        }
        guard !frames.isEmpty else { throw CommandFault("standard input holds no frame; give it frames to send.") }
        return frames
    }

    private func frameFromOptions() throws -> Frame {
        let now = CivilStamp(millisecondsSince1970: Int64(Date().timeIntervalSince1970 * 1000))
        let header = Header(
            qn: qn.map { QN($0) } ?? QN(now), st: st, cn: cn.map { Command($0) }, pw: try password(), mn: mn,
            flag: HJ212.Flag(flag))
        let time = dataTime.map { [Item(key: "DataTime", value: $0.stamp(now: now).text14)] } ?? []
        do {
            let bytes = try FrameEncoder.encode(
                header: header, items: [time] + ItemGrouping.byFactor(set.map(\.item)))
            guard let frame = Frame(bytes, options: ScanOptions(tail: .awaited)) else {
                throw CommandFault("the options make no readable frame; check --st, --cn and --set.")
            }
            return frame
        } catch let refusal as EncodingRefusal {
            throw ValidationError("the frame cannot be written: \(refusal).")
        }
    }

    private func password() throws -> String? {
        guard let pwFile else { return nil }
        let bytes: [UInt8]
        if pwFile == "-" {
            bytes = try StandardStream.readToEnd()
        } else {
            guard let content = try? Data(contentsOf: URL(filePath: pwFile)) else {
                throw CommandFault("--pw-file \(pwFile) cannot be read; check the path and its permissions.")
            }
            bytes = Array(content)
        }
        let password = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first ?? ""
        guard !password.isEmpty else {
            throw CommandFault("--pw-file \(pwFile) is empty; write the password into its first line.")
        }
        return String(password)
    }
}
