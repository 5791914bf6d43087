import Facts
import Kernel
import Web

/// One data logger: where it stands, its figures with their meaning, the last 48 hours, what was found.
struct DeviceHealthPage: Page {
    static let template = "Devices/DeviceHealthPage"

    let standing: DeviceStanding
    let regionName: Phrase
    let line: OpenLine?
    let hours: [DeviceHour]
    let findings: [FindingStore.Known]
    let identity: [DeviceIdentity]
    let limits: HealthLimits
    let role: Role
    let now: Instant

    struct Content: Encodable, Sendable {
        let standing: DeviceListPage.Content.Line
        let connectedSince: String?
        let remote: String?
        let findings: [Finding]
        let hours: [Hour]
        let identity: [Identity]

        struct Finding: Encodable, Sendable {
            let finding: String
            let beganAt: String
            let endedAt: String?
            let evidence: [String: String]
            let certainty: String
        }

        struct Hour: Encodable, Sendable {
            let hour: String
            let frames: Int
            let minutePeriods: Int
            let hasHourValue: Bool
            let resent: Int
            let lowered: Int
            let drift_ms: Int64?
        }

        struct Identity: Encodable, Sendable {
            let name: String
            let value: String
            let at: String
        }
    }

    func title(_ language: Language) -> String {
        Phrase("数采仪 \(standing.device)", "Data logger \(standing.device)")(language)
    }

    var content: Content {
        Content(
            standing: DeviceListPage.Content.Line(standing, isConnected: line != nil),
            connectedSince: line?.since.civil.isoText, remote: line?.remote,
            findings: findings.map { finding in
                Content.Finding(
                    finding: finding.kind.rawValue, beganAt: finding.beganAt.civil.isoText,
                    endedAt: finding.endedAt?.civil.isoText, evidence: finding.evidence,
                    certainty: finding.kind.certainty.rawValue)
            },
            hours: hours.map { hour in
                Content.Hour(
                    hour: hour.hour.civil.isoText, frames: hour.frames, minutePeriods: hour.minutePeriods,
                    hasHourValue: hour.hasHourValue, resent: hour.resent, lowered: hour.lowered,
                    drift_ms: hour.drift)
            },
            identity: identity.map {
                Content.Identity(name: $0.name, value: $0.value, at: $0.at.civil.isoText)
            })
    }

    func view(_ language: Language) -> [String: Any] {
        let strip = CaptureStrip(
            hours: hours, last: now.startOfHour, minuteStep: standing.minutes == nil ? nil : standing.minuteStep)
        return [
            "outlet": standing.outlet.text,
            "outletTitle": standing.outletTitle,
            "enterprise": standing.enterprise.text,
            "enterpriseName": standing.enterpriseName,
            "region": regionName(language),
            "device": standing.device.text,
            "deviceCode": PercentCoding.encode(standing.device.text),
            "tag": HealthWords.tag(of: standing.state),
            "state": HealthWords.name(of: standing.state)(language),
            "line": line.map { ["since": $0.since.civil.secondText, "remote": $0.remote] } ?? false,
            "lookedAt": standing.lookedAt.civil.secondText,
            "figures": HealthFigure.all(of: standing, limits: limits).map { figure in
                [
                    "name": figure.name(language), "value": figure.value, "meaning": figure.meaning(language),
                    "certainty": figure.certainty.phrase(language),
                ]
            },
            "strip": strip.view(language),
            "sendsMinutes": standing.minutes != nil,
            "hours": hours.reversed().map { row($0) },
            "hasHours": !hours.isEmpty,
            "hasFindings": !findings.isEmpty,
            "findings": findings.map { row($0, language) },
            "hasIdentity": !identity.isEmpty,
            "identity": identity.map {
                ["name": $0.name, "value": $0.value.isEmpty ? "–" : $0.value, "at": $0.at.civil.minuteText]
            },
        ]
    }

    private func row(_ hour: DeviceHour) -> [String: Any] {
        [
            "hour": hour.hour.civil.minuteText, "frames": String(hour.frames),
            "minutePeriods": String(hour.minutePeriods), "hourValue": hour.hasHourValue ? "✓" : "–",
            "resent": String(hour.resent), "lowered": String(hour.lowered), "drift": HealthFigure.drift(hour.drift),
        ]
    }

    /// Where an open finding can be mended, for whoever may.
    private func remedy(of finding: FindingStore.Known, _ language: Language) -> [String: Any]? {
        let kind: RequestKind? =
            switch finding.kind {
            case .defaultPassword: .setPassword
            case .oldKey: .setKey
            case .offline, .clockDrift, .lowMinuteCapture, .lowHourCapture, .checksumFailures, .rewritten: nil
            }
        guard let kind, finding.endedAt == nil, CommandPermission.allows(kind, to: role) else { return nil }
        return [
            "href": "/outlets/\(standing.outlet)/device?command=\(kind.rawValue)#ask", "word": kind.phrase(language),
        ]
    }

    private func row(_ finding: FindingStore.Known, _ language: Language) -> [String: Any] {
        let frames = ["beforeFrame", "afterFrame"].compactMap { finding.evidence[$0] }
        // `20261123140000`: the frame's page searches the hour it is told.
        let at = String((finding.evidence["dataTime"] ?? "").prefix(19).filter(\.isNumber))
        return [
            "name": HealthWords.name(of: finding.kind)(language),
            "tag": finding.endedAt == nil ? "orange" : "neutral",
            "sentence": HealthWords.sentence(finding.kind, finding.evidence)(language),
            "beganAt": finding.beganAt.civil.minuteText,
            "endedAt": finding.endedAt?.civil.minuteText ?? "–",
            "certainty": finding.kind.certainty.phrase(language),
            "remedy": remedy(of: finding, language) ?? false,
            "frames": frames.map { ["sha256": $0, "short": String($0.prefix(8)), "at": at] },
        ]
    }
}
