/// A large value that its copies share until one of them is changed (共享值): a table of a hundred thousand rows shows the same report, and the
/// same title, many times.
public struct SharedValue<Value: Sendable & Hashable>: Sendable, Hashable {
    @usableFromInline
    final class Box: Sendable {
        @usableFromInline let value: Value

        @usableFromInline
        init(_ value: Value) { self.value = value }
    }

    @usableFromInline var box: Box

    @inlinable
    public init(_ value: Value) { box = Box(value) }

    @inlinable
    public var value: Value {
        get { box.value }
        set { box = Box(newValue) }
    }

    @inlinable
    public static func == (left: SharedValue, right: SharedValue) -> Bool { left.box === right.box || left.box.value == right.box.value }

    @inlinable
    public func hash(into hasher: inout Hasher) { hasher.combine(box.value) }
}
