@main
struct SuyuanBench {
    static func main() {}
}
