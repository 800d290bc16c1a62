// swift-tools-version: 6.1
import PackageDescription

/// One target a stage, in the order of the data: bytes → text → structure → facts → links → store → queries → views.
/// `Tests/ArchitectureTests` holds every import in Sources against these arrows.
let package = Package(
    name: "suyuan",
    products: [
        .executable(name: "suyuan", targets: ["suyuan"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ],
    targets: [
        .target(name: "Provenance", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .target(name: "XMLTree", dependencies: ["CLibXML2", "Provenance"]),
        .target(
            name: "Vocabulary",
            dependencies: ["XMLTree", "Provenance"],
            resources: [.copy("../../Ontology")]
        ),
        .target(name: "Intake", dependencies: ["Archives", "Spreadsheets", "XMLTree", "Provenance"]),
        .target(name: "Structure", dependencies: ["Vocabulary", "Provenance"]),
        .target(name: "Facts", dependencies: ["Structure", "Vocabulary", "Provenance"]),
        .target(name: "DocumentXML", dependencies: ["Facts", "XMLTree", "Vocabulary", "Provenance"]),
        .target(name: "Links", dependencies: ["Facts", "Vocabulary", "Provenance"]),
        .target(
            name: "Store",
            dependencies: [
                "Links", "DocumentXML", "Facts", "Provenance",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .target(name: "Queries", dependencies: ["Store", "Links", "Facts", "Vocabulary", "Provenance"]),
        .target(name: "Archives", dependencies: ["CLibArchive", "Provenance"]),
        .target(name: "Spreadsheets", dependencies: ["CLibXLSXWriter", "Archives", "XMLTree", "Provenance"]),
        .target(
            name: "Exports",
            dependencies: ["Archives", "Spreadsheets", "Queries", "Store", "Links", "DocumentXML", "Facts", "XMLTree", "Vocabulary", "Provenance"]
        ),
        .target(
            name: "Ingest",
            dependencies: [
                "Intake", "Structure", "Facts", "DocumentXML", "Links", "Store", "Queries", "Exports", "Archives", "Spreadsheets", "XMLTree",
                "Vocabulary", "Provenance",
            ]
        ),
        .target(
            name: "Web",
            dependencies: [
                "Ingest", "Queries", "Exports", "Store", "Links", "Facts", "DocumentXML", "Archives", "Spreadsheets", "Vocabulary", "Provenance",
                .product(name: "Hummingbird", package: "hummingbird"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "CryptoExtras", package: "swift-crypto"),
            ]
        ),
        .executableTarget(
            name: "suyuan",
            dependencies: [
                "Web", "Ingest", "Intake", "Queries", "Exports", "Store", "Links", "Facts", "Structure", "DocumentXML", "XMLTree", "Vocabulary",
                "Provenance",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .target(name: "SuyuanTesting", dependencies: ["Archives", "Ingest", "Facts", "Structure", "Vocabulary", "Provenance"]),
        .executableTarget(
            name: "SuyuanBench",
            dependencies: [
                "SuyuanTesting", "Web", "Ingest", "Intake", "Structure", "Exports", "Queries", "Store", "Links", "DocumentXML", "Facts", "Vocabulary",
                "Provenance",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .testTarget(name: "ArchitectureTests", dependencies: []),
        .testTarget(name: "ProvenanceTests", dependencies: ["Provenance"]),
        .testTarget(name: "XMLTreeTests", dependencies: ["XMLTree", "Provenance"]),
        .testTarget(name: "ArchivesTests", dependencies: ["Archives", "Provenance"]),
        .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary", "XMLTree", "Provenance"]),
        .testTarget(name: "IntakeTests", dependencies: ["SuyuanTesting", "Intake", "Archives", "Spreadsheets", "Provenance"]),
        .testTarget(name: "StructureTests", dependencies: ["SuyuanTesting", "Structure", "Vocabulary", "Provenance"], exclude: ["Documents"]),
        .testTarget(name: "FactsTests", dependencies: ["SuyuanTesting", "Facts", "Structure", "Vocabulary", "Provenance"], exclude: ["Clauses"]),
        .testTarget(name: "DocumentXMLTests", dependencies: ["SuyuanTesting", "DocumentXML", "Facts", "XMLTree", "Vocabulary", "Provenance"]),
        .testTarget(name: "LinksTests", dependencies: ["Links", "Facts", "Vocabulary", "Provenance"], exclude: ["Pairs"]),
        .testTarget(name: "StoreTests", dependencies: ["SuyuanTesting", "Store", "Links", "DocumentXML", "Facts", "Vocabulary", "Provenance"]),
        .testTarget(name: "QueriesTests", dependencies: ["SuyuanTesting", "Queries", "Store", "Links", "Facts", "Vocabulary", "Provenance"]),
        .testTarget(name: "ExportsTests", dependencies: ["SuyuanTesting", "Ingest", "Intake", "Archives", "Spreadsheets", "Exports", "Queries", "Links", "DocumentXML", "Facts", "XMLTree", "Vocabulary", "Provenance"]),
        .testTarget(name: "IngestTests", dependencies: ["SuyuanTesting", "Archives", "Spreadsheets", "Exports", "Ingest", "Queries", "Store", "Links", "DocumentXML", "Facts", "Structure", "XMLTree", "Vocabulary", "Provenance"], exclude: ["Golden"]),
        .testTarget(
            name: "WebTests",
            dependencies: ["SuyuanTesting", "Web", "Ingest", "Exports", "Queries", "Store", "Links", "DocumentXML", "Facts", "Vocabulary", "Provenance"]
        ),
        .testTarget(name: "CommandTests", dependencies: ["suyuan", "SuyuanTesting", "Provenance"]),
    ],
    swiftLanguageModes: [.v6]
)

// `SUYUAN_FUZZ=1 swift build --product SuyuanFuzz -Xswiftc -sanitize=fuzzer`: nobody else needs the runtime that it asks for.
if Context.environment["SUYUAN_FUZZ"] != nil {
    package.products.append(.executable(name: "SuyuanFuzz", targets: ["SuyuanFuzz"]))
    package.targets.append(.executableTarget(name: "SuyuanFuzz", dependencies: ["Intake", "Provenance"], swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}
