import Facts
import Kernel
import Persistence
import Standards

/// Finds the hours of a stack without a value that may decide, and computes what their minutes or their oxygen give.
/// Read from frames and effective values alone, so that neither order nor repetition of arrival matters.
struct HourHoles: Sendable {
    let matter: MeanMatter
    let factors: DeviceFactors
    let figures: JudgingFigures

    /// What was found in a window.
    struct Found: Sendable {
        var readings: [HourReading] = []
        var grounds: [ComputedGround] = []
        /// What was uploaded there.
        var uploaded: [HourReading] = []
    }

    /// The hours that had time to come by a moment end here.
    func horizon(at now: Instant) -> Instant {
        now.adding(minutes: -Int64(figures.warnings.latenessMinutesMax.value)).startOfHour
    }

    /// Whether a factor is looked at: of waste gas, and no furnace's temperature, which has minutes of its own.
    static func concerns(_ pollutant: PollutantCode) -> Bool {
        pollutant.text.hasPrefix("a") && pollutant != .furnaceTemperature
    }

    /// The limited factors of an outlet of which some of these hours cannot decide.
    func factorsWithHoles(
        of outlet: OutletID, _ hours: Range<Instant>, in access: any ReadAccess
    ) throws -> [PollutantCode] {
        try LimitStore.factors(of: outlet, in: access).filter { pollutant in
            guard Self.concerns(pollutant) else { return false }
            let lacks = try lacks(pollutant, of: outlet, hours, in: access)
            return !lacks.missing.isEmpty || !lacks.bare.isEmpty || !lacks.undecided.isEmpty
                || !lacks.handSet.isEmpty
        }
    }

    /// What is computed for the hours of a window that cannot decide, as far as they were looked through.
    func found(
        _ pollutant: PollutantCode, of outlet: OutletID, _ window: ClosedRange<Instant>, in access: any ReadAccess
    ) throws -> Found {
        guard let looked = try HoleLookStore.hours(of: outlet, in: access) else { return Found() }
        let first = max(looked.lowerBound, window.lowerBound)
        let end = min(looked.upperBound, window.upperBound.adding(hours: 1))
        guard first < end else { return Found() }
        let lacks = try lacks(pollutant, of: outlet, first..<end, in: access)
        let limits = try LimitStore.limits(outlet: outlet, pollutant: pollutant, in: access)
        let validity = try matter.validity(
            pollutant, of: outlet, from: first, to: end.adding(hours: -1), limits: limits, readings: lacks.bare,
            in: access)
        var found = Found()
        found.uploaded = lacks.uploaded
        let undecided = lacks.undecided.filter { validity.finding($0).isUsable }.map { reading in
            let ground = ComputedGround(
                hour: reading.hour, lack: .decision, minutes: nil, measured: nil, oxygen: nil, reference: nil)
            return (reading, ground)
        }
        let sent: [Computed] =
            undecided
            + lacks.handSet.filter { validity.marked($0.hour).isUsable }.map { reading in
                (reading.warning, ComputedGround(handSet: reading.hour))
            }
        let computed =
            try sent
            + minutes(
                pollutant, of: outlet, lacks.missing.filter { validity.marked($0).isUsable }, in: access)
            + lacks.bare.filter { validity.marked($0.hour).isUsable }.compactMap {
                converted($0, limits.ofHours, validity)
            }
        for (reading, ground) in computed.sorted(by: { $0.0.hour < $1.0.hour }) {
            found.readings.append(reading)
            found.grounds.append(ground)
        }
        return found
    }

    private typealias Computed = (HourReading, ComputedGround)

    private struct Lacks {
        /// Hours without any value, and with no mark that would tell why.
        var missing: [Instant] = []
        /// Valid hours that came as measured only, where the limit asks for more.
        var bare: [HourReading] = []
        /// Valid hours that were uploaded, where the day decides.
        var undecided: [HourReading] = []
        /// Hours whose value was set by hand.
        var handSet: [HourReading] = []
        /// What was uploaded.
        var uploaded: [HourReading] = []
    }

    private func lacks(
        _ pollutant: PollutantCode, of outlet: OutletID, _ hours: Range<Instant>, in access: any ReadAccess
    ) throws -> Lacks {
        let limits = try LimitStore.limits(outlet: outlet, pollutant: pollutant, in: access)
        var lacks = Lacks()
        lacks.uploaded = try HourStore.readings(
            outlet: outlet, pollutant: pollutant, from: hours.lowerBound, to: hours.upperBound.adding(hours: -1),
            in: access)
        let known = Dictionary(lacks.uploaded.map { ($0.hour, $0) }, uniquingKeysWith: { first, _ in first })
        let conversion = try matter.conversion(pollutant, of: outlet, lacks.uploaded, .hour, in: access)
        var hour = hours.lowerBound.startOfHour
        while hour < hours.upperBound {
            defer { hour = hour.adding(hours: 1) }
            guard limits.ofHours.inForce(on: hour.civil.date) != nil else { continue }
            guard let reading = known[hour] else {
                lacks.missing.append(hour)
                continue
            }
            guard reading.isValid else {
                if reading.isHandSet { lacks.handSet.append(reading) }
                continue
            }
            if reading.judged == nil { lacks.missing.append(hour) }
            let finding = conversion?.finding(reading, limits: limits.ofHours, period: .hour)
            if finding != nil { lacks.bare.append(reading) }
            if case .missing = finding { continue }
            if reading.judged != nil, limits.decidesByDay(on: hour.civil.date) { lacks.undecided.append(reading) }
        }
        return lacks
    }

    /// An uploaded hour converted by ourselves; nil where it decides as measured, or cannot be converted.
    private func converted(_ reading: HourReading, _ limits: [DatedLimit], _ validity: HourValidity) -> Computed? {
        guard let conversion = validity.conversion,
            case .missing(_, let own?) = conversion.finding(reading, limits: limits, period: .hour)
        else { return nil }
        let ground = ComputedGround(
            hour: reading.hour, lack: .conversion, minutes: nil, measured: reading.average,
            oxygen: conversion.oxygen.first { $0.hour == reading.hour }?.percent,
            reference: conversion.reference(on: reading.hour.civil.date)?.percent)
        return (Self.reading(reading.hour, own, reading.frame), ground)
    }

    /// The means of the minutes of hours that were not uploaded.
    private func minutes(
        _ pollutant: PollutantCode, of outlet: OutletID, _ hours: [Instant], in access: any ReadAccess
    ) throws -> [Computed] {
        try hours.compactMap { hour -> Computed? in
            let sent = try SentMinutes(
                of: outlet, hours: hour..<hour.adding(hours: 1), only: [pollutant, .oxygen], factors: factors,
                in: access)
            let values = sent.values[pollutant] ?? []
            guard
                case .mean(let average, let converted, let minutes)? = ComputedHour(
                    hour, of: values, figures: figures.validity)?.outcome
            else { return nil }
            let root = MerkleRoot.over(values.map(\.frame.bytes))
            func computed(_ value: DecimalNumber, _ own: Own?) -> Computed {
                let ground = ComputedGround(
                    hour: hour, lack: .hour, minutes: minutes, measured: own?.measured, oxygen: own?.oxygen,
                    reference: own?.reference)
                return (Self.reading(hour, value, root), ground)
            }
            if let converted { return computed(converted.shown, nil) }
            let oxygen = ComputedHour(hour, of: sent.values[.oxygen] ?? [], figures: figures.validity)
            let own = try own(average.shown, oxygen, pollutant, of: outlet, hour, in: access)
            return computed(own?.value ?? average.shown, own)
        }
    }

    private struct Own {
        let value: DecimalNumber
        let measured: DecimalNumber
        let oxygen: DecimalNumber
        let reference: DecimalNumber
    }

    /// The mean of minutes converted by ourselves; nil where no limit asks for it, or it cannot be done.
    private func own(
        _ measured: DecimalNumber, _ oxygen: ComputedHour?, _ pollutant: PollutantCode, of outlet: OutletID,
        _ hour: Instant, in access: any ReadAccess
    ) throws -> Own? {
        let bare = HourReading(
            hour: hour, average: measured, converted: nil, mark: nil, frame: Digest256(of: "minutes"))
        guard let ground = try matter.conversion(pollutant, of: outlet, [bare], .hour, in: access),
            let reference = ground.reference(on: hour.civil.date), let content = oxygen?.judged?.shown,
            let value = ground.converted(measured, oxygen: content, reference)
        else { return nil }
        return Own(value: value, measured: measured, oxygen: content, reference: reference.percent)
    }

    private static func reading(_ hour: Instant, _ value: DecimalNumber, _ frame: Digest256) -> HourReading {
        HourReading(hour: hour, average: value, converted: nil, mark: nil, frame: frame)
    }
}
