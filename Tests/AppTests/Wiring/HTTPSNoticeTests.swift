import Foundation
import Notices
import Testing

@testable import App

struct HTTPSNoticeTests {
    private static let openssl = "/usr/bin/openssl"

    /// A receiver whose certificate an authority of the test's own gave to `localhost`.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: openssl), "needs \(openssl), the command"))
    func `a notice goes in TLS to whoever shows a believed certificate for the host, and to nobody else`() async throws
    {
        try await TemporaryFolder.with { folder in
            try await Self.make(folder, "ca", ["-subj", "/CN=Authority of a test"])
            try await Self.make(
                folder, "server",
                [
                    "-subj", "/CN=localhost", "-CA", "ca.pem", "-CAkey", "ca.key", "-addext",
                    "subjectAltName=DNS:localhost",
                ])
            let receiver = try Receiver(in: folder)
            defer { receiver.stop() }
            let port = try await receiver.port()
            let believing = HTTPNoticeSender(authorities: folder.appending(path: "ca.pem").path)
            let address = try #require(NoticeAddress("https://localhost:\(port)/in"))
            for (sender, place) in [
                (HTTPNoticeSender(), address), (believing, try #require(NoticeAddress("https://127.0.0.1:\(port)/in"))),
            ] {
                await #expect { _ = try await sender.post(Array("{}".utf8), to: place, headers: []) } throws: { error in
                    if case .certificate = error as? TLSClientHandler.Fault { true } else { false }
                }
            }
            async let status = believing.post(Array(#"{"a":1}"#.utf8), to: address, headers: [("X-Test", "yes")])
            let heard = try await receiver.hear(until: #"{"a":1}"#)
            #expect(heard.contains("POST /in HTTP/1.1") && heard.contains("X-Test: yes"))
            #expect(heard.contains("Host: localhost:\(port)"))
            receiver.say("HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n")
            #expect(try await status == 204)
        }
    }

    private static func make(_ folder: URL, _ name: String, _ more: [String]) async throws {
        let process = Process()
        process.executableURL = URL(filePath: openssl)
        process.currentDirectoryURL = folder
        process.arguments =
            ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
            + ["-keyout", "\(name).key", "-out", "\(name).pem"] + more
        process.standardError = FileHandle.nullDevice
        try process.run()
        try await OffPool.run { process.waitUntilExit() }
        try #require(process.terminationStatus == 0)
    }

    /// `openssl s_server`: shows what it hears, says what it is given.
    private final class Receiver: Sendable {
        private let process: Process
        private let (input, output) = (Pipe(), Pipe())

        init(in folder: URL) throws {
            process = Process()
            process.executableURL = URL(filePath: openssl)
            process.currentDirectoryURL = folder
            process.arguments = [
                "s_server", "-accept", "127.0.0.1:0", "-cert", "server.pem", "-key", "server.key",
            ]
            process.standardInput = input
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            BuiltProgram.bound(process, secondsMax: 30)
        }

        func port() async throws -> Int {
            let said = try await hear(until: "\n") { $0.contains("ACCEPT 127.0.0.1:") }
            return try #require(said.firstMatch(of: /ACCEPT 127\.0\.0\.1:(\d+)/).flatMap { Int($0.1) })
        }

        /// What it shows until something stands in it.
        func hear(
            until end: String, where isMeant: @escaping @Sendable (String) -> Bool = { _ in true }
        ) async throws -> String {
            let handle = output.fileHandleForReading
            return try await OffPool.run {
                var said = ""
                while !(said.contains(end) && isMeant(said)) {
                    let data = handle.availableData
                    if data.isEmpty { break }
                    said += String(decoding: data, as: UTF8.self)
                }
                return said
            }
        }

        func say(_ text: String) { input.fileHandleForWriting.write(Data(text.utf8)) }

        func stop() { process.terminate() }
    }
}
