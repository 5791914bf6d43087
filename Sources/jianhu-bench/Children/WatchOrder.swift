import Foundation
import HJ212
import Kernel
import Simulator

/// A child's order: sign in, open the live desk's events, then send one exceedance after the other and time each until
/// its event is there.
struct WatchOrder: Codable, Sendable {
    let web: Int
    let gateway: Int
    let login: String
    let password: String
    /// Numbers of outlets in the city, one exceedance each.
    let outlets: [Int]
    /// The hour of the exceedances, milliseconds since 1970.
    let hourMS: Int64

    /// What was seen.
    struct Result: Codable, Sendable {
        let times: [Double]
        let missed: Int
    }

    /// Seconds after which an exceedance counts as not shown.
    private static let patienceS = 20

    func carryOut() async throws {
        let cookie = try PlainVisitor(port: web, timeoutS: Self.patienceS).signIn(login: login, password: password)
        let desk = try PlainLine(port: web, timeoutS: Self.patienceS)
        try desk.send(
            Array(request("GET /desk/events", ["Accept: text/event-stream", "Cookie: \(cookie)"]).utf8))
        guard desk.read(until: ": connected") else {
            throw BenchFault("the live desk did not open; look at the lines above")
        }
        let device = try PlainLine(port: gateway, timeoutS: Self.patienceS)
        var times: [Double] = []
        for number in outlets {
            let outlet = BenchSources.city.outlet(number)
            let place = OutletPlace(of: number, medium: outlet.medium)
            let frame = try exceedance(of: outlet)
            let start = ContinuousClock.now
            try device.send(frame)
            if desk.read(until: "/outlets/\(place.outlet)?factor=a21026\"") {
                times.append((ContinuousClock.now - start).seconds * 1_000)
            }
            try? await Task.sleep(for: .milliseconds(20))
        }
        try ChildOrder.report(Result(times: times, missed: outlets.count - times.count))
    }

    private func request(_ line: String, _ headers: [String]) -> String {
        (["\(line) HTTP/1.1", "Host: 127.0.0.1:\(web)"] + headers).joined(separator: "\r\n") + "\r\n\r\n"
    }

    /// An hour of SO2 at thrice its limit of 35 mg/m³.
    private func exceedance(of outlet: SimulatedOutlet) throws -> [UInt8] {
        let hour = CivilStamp(millisecondsSince1970: hourMS)
        let header = Header(
            qn: QN(CivilStamp(millisecondsSince1970: hourMS + 3_600_000)), st: outlet.medium.systemCode,
            cn: .hourValues, pw: outlet.password, mn: outlet.device.text, flag: Flag(5))
        return try FrameEncoder.encode(
            header: header,
            items: [
                [Item(key: "DataTime", value: hour.text14)],
                [Item(key: "a21026-ZsAvg", value: "105.0"), Item(key: "a21026-Flag", value: "N")],
            ])
    }
}
