import HJ212
import Kernel

/// What every frame of a layout is filed by, so that a frame known by its layout need not be read again.
///
/// Device, password, command and packet number are literal text of the layout. The data time is read from its hole.
struct LayoutFiling: Sendable, Equatable {
    let device: DeviceNumber
    let password: String
    let command: Command
    let packet: Int
    /// Where the digits of DataTime stand in every frame of the layout.
    private let dataTimePlace: Int

    /// Nil for a layout whose frames must be read one by one: nothing stands for the data time, or something of
    /// changing length or changing text before it could change how the frame is read.
    init?(_ layout: FrameLayout) {
        var place = 0
        var found: Int?
        search: for byte in layout.text {
            switch byte {
            case FrameLayout.Mark.dataTime:
                found = place
                break search
            case FrameLayout.Mark.length: place += 4
            case FrameLayout.Mark.requestNumber: place += WireStamp.requestNumberLength
            case FrameLayout.Mark.literals...: place += 1
            default: return nil  // a hole of changing length
            }
        }
        guard let found else { return nil }
        dataTimePlace = found
        // The parser itself says what it makes of two frames that differ in nothing but their times.
        let filings = Self.trials.map { time in layout.specimen(at: time).flatMap { try? FrameFiling($0) } }
        guard let first = filings[0], let second = filings[1],
            zip(Self.trials, [first, second]).allSatisfy({
                $0 == $1.dataTime && $1.device == first.device && $1.command == first.command
                    && $1.packet == first.packet && $1.password == first.password
            })
        else { return nil }
        (device, password, command, packet) = (first.device, first.password, first.command, first.packet)
    }

    /// Two moments that share no digit of hour and day.
    private static let trials = [
        Instant(milliseconds: 1_577_808_000_000), Instant(milliseconds: 1_795_446_711_000),
    ]

    /// The data time of a frame, if it is one of the layout.
    func dataTime(of frame: [UInt8]) -> Instant? {
        WireStamp.moment(in: frame, at: dataTimePlace, count: WireStamp.dataTimeLength)
    }
}

extension FrameLayout {
    /// A frame of this layout with nothing but zeros and empty text in its holes; its QN is an hour from its data time.
    fileprivate func specimen(at dataTime: Instant) -> Frame? {
        var values = PackedValues(capacity: 64)
        for byte in text {
            switch byte {
            case Mark.requestNumber: values.append(signed: 3_600_000)
            case Mark.free, Mark.decimals: values.append(0)
            default: continue  // nothing is stored for the others
            }
        }
        return unpack(values.bytes, at: dataTime).flatMap { Frame($0) }
    }
}
