import CLibXML2
import Synchronization

#if canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// libxml2 as a whole: started once, and with an entity loader that denies everything. Only while a schema is compiled may
/// it read files, and only those of the folder in which the schema stands.
enum XMLLibrary {
    /// Touch this before any call of libxml2.
    static let started: Void = {
        xmlInitParser()
        standardLoader.withLock { $0 = xmlGetExternalEntityLoader() }
        xmlSetExternalEntityLoader { url, identifier, context in
            guard let url, let folder = XMLLibrary.openFolder, XMLLibrary.isFile(String(cString: url), in: folder) else { return nil }
            let loader = XMLLibrary.standardLoader.withLock { $0 }
            return loader?(url, identifier, context)
        }
    }()

    /// Runs `body` on this thread with the files of one folder readable.
    static func reading<Result>(_ folder: String?, _ body: () -> Result) -> Result {
        let thread = currentThread
        openFolders.withLock { $0[thread] = folder }
        defer { openFolders.withLock { $0[thread] = nil } }
        return body()
    }

    /// Absolute path of the folder in which the program runs; empty where it is gone.
    static var workingFolder: String {
        guard let path = getcwd(nil, 0) else { return "" }
        defer { free(path) }
        return String(cString: path)
    }

    private static let standardLoader = Mutex<xmlExternalEntityLoader?>(nil)
    private static let openFolders = Mutex<[UInt: String]>([:])

    private static var openFolder: String? {
        let thread = currentThread
        return openFolders.withLock { $0[thread] }
    }

    private static var currentThread: UInt { UInt(pthread_self()) }

    private static func isFile(_ path: String, in folder: String) -> Bool {
        let steps = path.split(separator: "/")
        return !path.contains("://") && path.hasPrefix(folder + "/") && !steps.contains("..")
    }
}
