import Kernel

/// The device that a visitor may play: the line to paste sends one hour far above its limit.
struct DemoTarget: Sendable {
    let device: DeviceNumber
    let passwordFile: String

    func sendLine(to host: String, _ port: Int) -> String {
        let quoted = "'" + passwordFile.replacing("'", with: "'\\''") + "'"
        return """
            ./jianhu hj212 send --to \(host):\(port) --mn \(device) --pw-file \(quoted) --st 31 --cn 2061 \
            --data-time last-hour --set a21026-ZsAvg=412.0 --set a21026-Flag=N
            """
    }
}
