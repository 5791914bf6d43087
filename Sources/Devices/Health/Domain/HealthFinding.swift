import Kernel

/// Something wrong with a device at a moment, with the figures it rests on.
struct HealthFinding: Sendable, Equatable {
    let kind: HealthFindingKind
    /// The figures by their names, with the unit in the name.
    let evidence: [String: String]

    /// What is wrong by these figures.
    static func found(in figures: DeviceFigures, limits: HealthLimits, now: Instant) -> [HealthFinding] {
        let silence = figures.lastSeenAt.map { now.milliseconds(since: $0) / 60_000 }
        var found: [HealthFinding] = []
        func find(_ kind: HealthFindingKind, _ evidence: [String: String]) {
            found.append(HealthFinding(kind: kind, evidence: evidence))
        }
        if (silence ?? .max) > limits.silenceMinutesMax {
            find(
                .offline,
                ["lastSeenAt": figures.lastSeenAt?.civil.isoText ?? "", "limit_min": "\(limits.silenceMinutesMax)"])
        }
        if let drift = figures.drift, abs(drift) > limits.driftSecondsMax * 1_000 {
            find(.clockDrift, ["drift_s": "\(drift / 1_000)", "limit_s": "\(limits.driftSecondsMax)"])
        }
        if let minutes = figures.minutes, minutes.permille < limits.minuteCapturePermilleMin {
            find(.lowMinuteCapture, evidence(of: minutes, limit: limits.minuteCapturePermilleMin))
        }
        if let hours = figures.hours, hours.permille < limits.hourCapturePermilleMin {
            find(.lowHourCapture, evidence(of: hours, limit: limits.hourCapturePermilleMin))
        }
        if figures.failures >= limits.failuresMin, figures.failurePermille > limits.failurePermilleMax {
            find(
                .checksumFailures,
                [
                    "failures": "\(figures.failures)", "frames": "\(figures.frames)",
                    "limit_permille": "\(limits.failurePermilleMax)",
                ])
        }
        if let rewriting = figures.rewriting {
            find(
                .rewritten,
                [
                    "key": rewriting.key, "dataTime": rewriting.dataTime.civil.isoText,
                    "before": rewriting.before.description, "after": rewriting.after.description,
                    "beforeFrame": rewriting.beforeFrame.hex, "afterFrame": rewriting.afterFrame.hex,
                ])
        }
        if let made = figures.keyMadeAt, now > made.adding(hours: limits.keyDaysMax * 24) {
            find(.oldKey, ["madeAt": made.civil.isoText, "limit_days": "\(limits.keyDaysMax)"])
        }
        if figures.hasDefaultPassword { find(.defaultPassword, ["password": "123456"]) }
        return found
    }

    private static func evidence(of capture: Capture, limit: Int) -> [String: String] {
        ["received": "\(capture.received)", "expected": "\(capture.expected)", "limit_permille": "\(limit)"]
    }
}

/// How a device stands, the worst last.
enum DeviceState: String, Sendable, CaseIterable {
    case sound
    case finding
    case offline

    init(_ kinds: some Collection<HealthFindingKind>) {
        self = kinds.contains(.offline) ? .offline : kinds.isEmpty ? .sound : .finding
    }

    /// The order of the list: the worst first.
    var severity: Int {
        switch self {
        case .sound: 0
        case .finding: 1
        case .offline: 2
        }
    }
}
