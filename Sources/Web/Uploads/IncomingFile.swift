import Foundation
import Kernel
import NIOPosix

/// A file that is being written. Its bytes go through threads that may block.
struct IncomingFile {
    let path: String
    /// What its sender called it.
    let name: String
    private let handle: FileHandle
    private let digest: RunningDigest256
    private(set) var size_bytes: Int64 = 0

    static func begin(in folder: String, as freshName: String, called filename: String) async throws -> IncomingFile {
        let path = "\(folder)/\(freshName).part"
        let handle = try await NIOThreadPool.singleton.runIfActive {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            guard
                FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
                let handle = FileHandle(forWritingAtPath: path)
            else { throw FileFault(path: path) }
            return handle
        }
        guard let digest = RunningDigest256() else { throw FileFault(path: path) }
        return IncomingFile(path: path, name: plainName(filename), handle: handle, digest: digest)
    }

    private init(path: String, name: String, handle: FileHandle, digest: RunningDigest256) {
        self.path = path
        self.name = name
        self.handle = handle
        self.digest = digest
    }

    mutating func take(_ bytes: [UInt8]) async throws {
        size_bytes += Int64(bytes.count)
        digest.take(bytes)
        let handle = handle
        try await NIOThreadPool.singleton.runIfActive { try handle.write(contentsOf: Data(bytes)) }
    }

    /// Everything is on the disk when this returns.
    func close() async throws {
        let handle = handle
        try await NIOThreadPool.singleton.runIfActive {
            try handle.synchronize()
            try handle.close()
        }
    }

    func received() throws -> ReceivedFile {
        guard let sha256 = digest.finish() else { throw FileFault(path: path) }
        return ReceivedFile(path: path, name: name, size_bytes: size_bytes, sha256: sha256)
    }

    func drop() async {
        let handle = handle
        _ = try? await NIOThreadPool.singleton.runIfActive { try handle.close() }
        await UploadReception.remove(path)
    }

    /// The last part of a path as browsers of any system write it, without what could disguise it.
    private static func plainName(_ text: String) -> String {
        let last = text.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let plain = last.unicodeScalars.filter { scalar in
            ![.control, .format].contains(scalar.properties.generalCategory)
        }
        return String(String(String.UnicodeScalarView(plain)).prefix(120))
    }
}
