import HJ212
import Kernel

/// The device that a visitor may play: the line to paste sends one hour far above its limit.
struct DemoTarget: Sendable {
    let device: DeviceNumber
    let passwordFile: String

    /// - Parameter hour: The start of the hour to send. An hour behind it complies, so that the case can be walked to
    ///   its end at once.
    func sendLine(to host: String, _ port: Int, hour: Instant) -> String {
        let stamp = CivilStamp(millisecondsSince1970: hour.milliseconds).text14
        let quoted = "'" + passwordFile.replacing("'", with: "'\\''") + "'"
        return """
            ./jianhu hj212 send --to \(host):\(port) --mn \(device) --pw-file \(quoted) --st 31 --cn 2061 \
            --data-time \(stamp) --set a21026-ZsAvg=412.0 --set a21026-Flag=N
            """
    }
}
