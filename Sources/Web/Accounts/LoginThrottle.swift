import Synchronization

/// Slows down whoever tries passwords (登录限制): after five that were wrong each further one doubles the wait, by name and by address.
final class LoginThrottle: Sendable {
    private struct Record {
        var failures: Int
        var until: ContinuousClock.Instant
    }

    static let free = 5
    static let longest = 900
    /// More names and addresses are not remembered: those that may try again soonest go.
    static let most = 10_000

    private let records = Mutex<[String: Record]>([:])

    func mayTry(_ keys: [String], now: ContinuousClock.Instant = .now) -> Bool {
        records.withLock { records in keys.allSatisfy { records[$0].map { $0.until <= now } ?? true } }
    }

    func failed(_ keys: [String], now: ContinuousClock.Instant = .now) {
        records.withLock { records in
            if records.count + keys.count > Self.most {
                records = records.filter { $0.value.until > now }
                while records.count + keys.count > Self.most, let soonest = records.min(by: { $0.value.until < $1.value.until })?.key { records[soonest] = nil }
            }
            for key in keys {
                let failures = min(60, (records[key]?.failures ?? 0) + 1)
                let wait = failures < Self.free ? 0 : min(Self.longest, 1 << min(20, failures - Self.free + 1))
                records[key] = Record(failures: failures, until: now + .seconds(wait))
            }
        }
    }

    func succeeded(_ keys: [String]) { records.withLock { records in for key in keys { records[key] = nil } } }
}
