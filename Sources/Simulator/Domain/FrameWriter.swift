import HJ212
import Kernel

/// Writes reports as frames into one buffer that is used again and again: what `FrameEncoder` would write, without
/// its texts and arrays. A load of millions of frames would otherwise measure itself.
struct FrameWriter {
    /// The frame written last, head to tail.
    private(set) var bytes: [UInt8] = []

    /// Writes a report; `clockOffsetMS` is by how much the logger's clock is wrong.
    ///
    /// - Returns: The QN, as a number of 17 digits.
    @discardableResult
    mutating func write(_ report: Report, of outlet: SimulatedOutlet, clockOffsetMS: Int64 = 0) -> Int64 {
        bytes.removeAll(keepingCapacity: true)
        append("##0000")
        let qn = CivilStamp(
            millisecondsSince1970: outlet.sendingTime(of: report).milliseconds + clockOffsetMS)
        append("QN=")
        append(qn, withMilliseconds: true)
        let layout = outlet.layouts[report.kind.rawValue]
        bytes.append(contentsOf: outlet.headerTexts[report.kind.rawValue])
        appendHeaderEnd(report, outlet, packetCount: layout.packets.count)
        append("CP=&&DataTime=")
        append(
            CivilStamp(millisecondsSince1970: report.dataTime.milliseconds + clockOffsetMS), withMilliseconds: false)
        appendValues(report, of: outlet, layout.packets[report.packet])
        append("&&")
        close()
        return qn.number17
    }

    private mutating func appendHeaderEnd(_ report: Report, _ outlet: SimulatedOutlet, packetCount: Int) {
        let isSplit = packetCount > 1
        append(Int64(outlet.edition.flag(isSplit: isSplit)), digits: 1)
        append(";")
        if isSplit {
            append("PNUM=")
            append(Int64(packetCount), digits: outlet.edition.packetDigits)
            append(";PNO=")
            append(Int64(report.packet + 1), digits: outlet.edition.packetDigits)
            append(";")
        }
        if report.lateByMS > 0, outlet.edition == .hj2025 { append("RF=1;") }
    }

    private mutating func appendValues(
        _ report: Report, of outlet: SimulatedOutlet, _ cells: [ReportLayout.Cell]
    ) {
        let length = report.kind == .realTime ? 0 : report.kind.periodMS(minuteInterval: outlet.minuteInterval)
        var sample = FactorSample(outlet, at: report.dataTime.milliseconds, periodMS: length)
        for cell in cells {
            bytes.append(contentsOf: cell.lead)
            if cell.figure == .flag {
                bytes.append(sample.mark)
            } else {
                sample.turn(to: cell.factor)
                append(scaled: sample.scaled(cell.figure, decimals: cell.decimals), decimals: cell.decimals)
            }
        }
    }

    /// Fills in length and check, and adds the tail.
    private mutating func close() {
        let segment = bytes[6...]
        var rest = segment.count
        for place in stride(from: 5, through: 2, by: -1) {
            bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        let check = CRC16.hj212(segment)
        for shift in [12, 8, 4, 0] {
            let digit = UInt8((check >> shift) & 0xF)
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
        append("\r\n")
    }

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ stamp: CivilStamp, withMilliseconds: Bool) {
        append(stamp.number17 / 1_000, digits: 14)
        if withMilliseconds { append(Int64(stamp.millisecond), digits: 3) }
    }

    /// At least this many digits.
    private mutating func append(_ number: Int64, digits: Int) {
        var divisor: Int64 = 1
        var count = 1
        while count < digits || number / divisor > 9 {
            divisor *= 10
            count += 1
        }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }

    private mutating func append(scaled number: Int64, decimals: Int) {
        let unit: Int64 = decimals == 1 ? 10 : decimals == 2 ? 100 : 1_000
        append(number / unit, digits: 1)
        bytes.append(UInt8(ascii: "."))
        append(number % unit, digits: decimals)
    }
}

extension CivilStamp {
    /// The 17 digits of a QN as one number.
    var number17: Int64 {
        let day = (year * 100 + month) * 100 + day
        let time = (hour * 100 + minute) * 100 + second
        return (Int64(day) * 1_000_000 + Int64(time)) * 1_000 + Int64(millisecond)
    }
}
