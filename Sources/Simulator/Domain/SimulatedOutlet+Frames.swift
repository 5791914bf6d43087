extension SimulatedOutlet {
    /// The bytes of a report as its logger sends it when nothing goes wrong, head to tail.
    public func frame(of report: Report) -> [UInt8] {
        var writer = FrameWriter()
        writer.write(report, of: self)
        return writer.bytes
    }
}
