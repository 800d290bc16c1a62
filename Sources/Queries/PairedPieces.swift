import Dispatch
import Synchronization

/// Numbered pieces that two threads make and one takes in their order (双线分片): a report on a hundred thousand requirements is read and written
/// on both cores. The thread that takes makes pieces too, so that it waits for nobody who has not begun.
final class PairedPieces<Piece: Sendable>: Sendable {
    private struct State {
        var next = 0
        var taken = 0
        var made: [Int: Result<Piece, any Error>] = [:]
        var isHelped = false
        var isOver = false
    }

    private let count: Int
    private let state = Mutex(State())
    private let news = DispatchSemaphore(value: 0)
    private let room = DispatchSemaphore(value: 0)
    private let left = DispatchSemaphore(value: 0)
    /// How many pieces are in the making, or made and not taken, at most.
    private static var ahead: Int { 4 }

    init(count: Int) { self.count = count }

    /// Makes and takes all pieces, with whoever helps.
    func run(_ make: (Int) throws -> Piece, _ take: (Piece) throws -> Void) throws {
        defer { end() }
        for number in 0..<count {
            while true {
                let (known, own) = state.withLock { state in
                    let known = state.made.removeValue(forKey: number)
                    if known != nil || state.next == number { state.taken = number + 1 }
                    return (known, known == nil ? Self.begin(&state, count) : nil)
                }
                if let known {
                    room.signal()
                    try take(known.get())
                    break
                }
                guard let own else {
                    news.wait()
                    continue
                }
                let piece = Result { try make(own) }
                if own == number {
                    room.signal()
                    try take(piece.get())
                    break
                }
                state.withLock { $0.made[own] = piece }
            }
        }
    }

    /// Makes pieces until there are no more; on another thread.
    func help(_ make: (Int) throws -> Piece) {
        guard state.withLock({ state in
            state.isHelped = !state.isOver
            return state.isHelped
        }) else { return }
        defer { left.signal() }
        while true {
            let (own, isOver) = state.withLock { state in (Self.begin(&state, count), state.isOver || state.next >= count) }
            if let own {
                let piece = Result { try make(own) }
                state.withLock { $0.made[own] = piece }
                news.signal()
            } else if isOver {
                return
            } else {
                room.wait()
            }
        }
    }

    /// The next piece to be made; nil where there is none, or so many wait.
    private static func begin(_ state: inout State, _ count: Int) -> Int? {
        guard !state.isOver, state.next < count, state.next - state.taken < ahead else { return nil }
        state.next += 1
        return state.next - 1
    }

    private func end() {
        let isHelped = state.withLock { state in
            state.isOver = true
            return state.isHelped
        }
        room.signal()
        if isHelped { left.wait() }
    }
}
