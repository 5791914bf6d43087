import HJ212
import Kernel
import Persistence

/// The devices that have sent since the start, with the layouts of their frames, as far as memory may hold them.
///
/// A frame that fits a known layout is neither read nor looked up: device, password, command and packet number are
/// literal text of the layout, and were read once and compared with the register. What the register changes in its
/// facts makes all of this forgotten.
struct KnownSources: Sendable {
    /// A device at its outlet.
    struct Source: Sendable {
        let number: Int64
        let device: DeviceNumber
        let station: Station
        fileprivate var layouts: [KnownLayout]
    }

    /// A layout, and how its frames are filed if that can be told without reading each.
    fileprivate struct KnownLayout: Sendable {
        let number: Int
        let layout: FrameLayout
        let filing: LayoutFiling?
    }

    /// A frame recognised by its layout.
    struct Recognised {
        let source: Source
        let place: FramePlace
        let packed: PackedFrame
    }

    private var sources: [Source] = []
    /// Where in `sources` a device stands, by the bytes of its MN.
    private var indices: [[UInt8]: Int] = [:]
    private var byteCount = 0
    /// The newest journal entry that is taken into account.
    private var sequence: Int64?

    /// Bytes of layouts kept; one more, and all is forgotten and learnt again. Design value.
    private static let byteCountMax = 128 << 20
    /// What a source costs beside its layouts, about.
    private static let sourceByteCount = 512

    /// Forgets everything if the register has changed. To be asked once for each transaction.
    mutating func refresh(
        with directory: any OutletDirectory, lastSequence: Int64, in access: any ReadAccess
    ) throws {
        if let sequence, try directory.hasChanged(after: sequence, in: access) { self = KnownSources() }
        sequence = lastSequence
    }

    /// What a frame is if one of its device's layouts fits it.
    func recognise(_ frame: [UInt8]) -> Recognised? {
        guard let device = Self.deviceNumber(in: frame), let index = indices[device] else { return nil }
        for known in sources[index].layouts {
            guard let filing = known.filing, let dataTime = filing.dataTime(of: frame),
                let body = known.layout.pack(frame, at: dataTime)
            else { continue }
            return Recognised(
                source: sources[index],
                place: FramePlace(dataTime: dataTime, command: filing.command, packet: filing.packet),
                packed: PackedFrame(layout: known.number, body: body))
        }
        return nil
    }

    /// A device of the register; nil when it is not registered.
    mutating func source(
        of device: DeviceNumber, directory: any OutletDirectory, in access: any WriteAccess
    ) throws -> Source? {
        let key = Array(device.text.utf8)
        if let index = indices[key] { return sources[index] }
        guard let station = try directory.station(of: device, in: access) else { return nil }
        let number = try FrameSourceStore.number(of: device, at: station, in: access)
        let layouts = try LayoutStore.layouts(of: number, in: access).map { stored in
            KnownLayout(
                number: stored.number, layout: stored.layout, filing: Self.filing(stored.layout, device, station))
        }
        makeRoom(for: layouts.reduce(Self.sourceByteCount) { $0 + $1.layout.text.count })
        let source = Source(number: number, device: device, station: station, layouts: layouts)
        indices[key] = sources.count
        sources.append(source)
        return source
    }

    /// Packs a frame of a known device with one of its layouts, or with a new one if it may still learn.
    mutating func pack(
        _ frame: [UInt8], _ filing: FrameFiling, in access: any WriteAccess
    ) throws -> PackedFrame {
        let verbatim = PackedFrame(verbatim: frame)
        // Logs and letters change their form each time; they would only use up the layouts.
        guard filing.command.concernsData, let index = indices[Array(filing.device.text.utf8)] else { return verbatim }
        let known = sources[index].layouts
        for layout in known {
            guard let body = layout.layout.pack(frame, at: filing.dataTime) else { continue }
            return PackedFrame(layout: layout.number, body: body)
        }
        guard known.count < LayoutStore.layoutsMax,
            let learnt = FrameLayout(learning: frame, at: filing.dataTime)
        else { return verbatim }
        let merged = known.reversed().lazy.compactMap { $0.layout.merged(with: learnt) }.first ?? learnt
        guard let body = merged.pack(frame, at: filing.dataTime) else { return verbatim }
        let number = (known.last?.number ?? 0) + 1
        try LayoutStore.insert(merged, number: number, source: sources[index].number, in: access)
        let station = sources[index].station
        let layout = KnownLayout(
            number: number, layout: merged, filing: Self.filing(merged, filing.device, station))
        byteCount += merged.text.count
        sources[index].layouts.append(layout)
        return PackedFrame(layout: number, body: body)
    }

    private mutating func makeRoom(for count: Int) {
        if byteCount + count > Self.byteCountMax {
            let sequence = sequence
            self = KnownSources()
            self.sequence = sequence
        }
        byteCount += count
    }

    /// A layout with a password that is no longer right is read frame by frame, so that each is refused.
    private static func filing(_ layout: FrameLayout, _ device: DeviceNumber, _ station: Station) -> LayoutFiling? {
        LayoutFiling(layout).flatMap { filing in
            let isProven = Station.isProven(filing.password, of: station)
            return filing.device == device && isProven ? filing : nil
        }
    }

    /// What follows `MN=` in the header. Only a hint: the layout proves it.
    private static func deviceNumber(in frame: [UInt8]) -> [UInt8]? {
        var place = 6
        while place + 3 < frame.count {
            if frame[place] == name[0], frame[place + 1] == name[1], frame[place + 2] == name[2] {
                let start = place + 3
                let end = frame[start...].firstIndex(of: separator) ?? frame.count
                return Array(frame[start..<end])
            }
            place += 1
        }
        return nil
    }

    private static let name = Array("MN=".utf8)
    private static let separator = UInt8(ascii: ";")
}
