import Foundation

/// What this process holds and has used, as the system tells it.
struct ProcessFigures: Codable, Sendable {
    /// Seconds of processor time, user and system.
    let cpuS: Double
    /// Megabytes in memory.
    let residentMB: Double

    /// The figures of this moment.
    static var now: ProcessFigures {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return ProcessFigures(
            cpuS: seconds(usage.ru_utime) + seconds(usage.ru_stime), residentMB: residentMB(of: "self"))
    }

    /// Megabytes in memory of a process by its number.
    static func residentMB(of process: String) -> Double {
        let pages = (try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8))?
            .split(separator: " ").dropFirst().first.flatMap { Double($0) }
        return (pages ?? 0) * Double(sysconf(Int32(_SC_PAGESIZE))) / 1e6
    }
}
