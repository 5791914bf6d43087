import Foundation
import TestMaterial
import Testing

extension ProgramTests {
    struct StopTests {
        @Test(arguments: [SIGTERM, SIGINT])
        func `a signal ends the program and its open lines`(signal: Int32) async throws {
            try await TemporaryFolder.with { folder in
                let file = try await FinishedCity.copy(into: folder)
                try await RunningProgram.with(FinishedCity.start, in: folder) { program in
                    let desk = try await Caller(program.webPort, as: "P-CITY-1").listen(to: "/desk/events")
                    // Lines that would not end by themselves: a device within a frame, a browser within its headers.
                    let device = try LoopbackLine(port: program.gatewayPort)
                    device.send("##0101QN=2016".utf8)
                    let browser = try LoopbackLine(port: program.webPort)
                    browser.send("GET / HTTP/1.1\r\nX-A: ".utf8)

                    let code = try await program.end(by: signal)
                    #expect(code == 0, "\(program.complaints)")
                    let rest = try await OffPool.run { desk.receive { _ in false } }
                    #expect(rest.hasSuffix("0\r\n\r\n"), "the live stream was cut off in the middle")
                    #expect(try await OffPool.run { [device.receive(), browser.receive()] } == [nil, nil])
                }
                let verified = try await CommandRun.of(["verify", "--database", file], in: folder)
                #expect(verified.exitCode == 0, "\(verified.output)")
            }
        }
    }
}
