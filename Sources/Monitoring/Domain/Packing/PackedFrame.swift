import Kernel

/// A frame as it is kept: which layout of its source, and what stands in the holes.
struct PackedFrame: Hashable, Sendable {
    /// 1 to `FrameLayoutBook.layoutsMax`; 0 when the body is the frame itself.
    let layout: Int
    let body: [UInt8]

    /// The frame as it came.
    init(verbatim frame: [UInt8]) {
        layout = Self.verbatim
        body = frame
    }

    init(layout: Int, body: [UInt8]) {
        self.layout = layout
        self.body = body
    }

    /// Stands in the place of a layout's number when there is none.
    static let verbatim = 0

    /// The frame's bytes; nil when the layout is not at hand or does not take the body.
    func unpacked(at dataTime: Instant, with layouts: [Int: FrameLayout]) -> [UInt8]? {
        layout == Self.verbatim ? body : layouts[layout]?.unpack(body, at: dataTime)
    }
}
