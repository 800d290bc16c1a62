import Exports

/// The shapes of what the interface for programs answers (接口数据结构), said once and short: `name:string? size:integer rows:[Row]`.
enum APISchema {
    static let components: [(name: StaticString, fields: String)] = [
        ("AsOf", "day:string? given:boolean"),
        ("Label", "id:string title:string number:string? date:string? kind:string file:string"),
        ("Place", "document:string file:string element:string start:integer end:integer line:integer? column:integer? page:integer?"),
        ("Body", "id:string? name:string official:string?"),
        ("Owner", "id:string? name:string official:string? role:string isClass:boolean"),
        ("Target", "indicator:string comparator:string value:string unit:string when:string? reference:string?"),
        (
            "Requirement",
            """
            id:string document:Label place:Place directive:string? number:string? headings:[string] text:string modality:string reported:boolean \
            reportedOf:string? reportedDocument:string? owners:[Owner] openList:boolean deadlines:[string] targets:[Target]
            """
        ),
        ("Figure", "value:string unit:string comparator:string of:string? words:string computed:boolean basis:[string]"),
        (
            "Evidence",
            """
            id:string kind:string document:Label place:Place headings:[string] text:string date:string? isDocumentDate:boolean state:string? \
            actors:[Body] figures:[Figure]
            """
        ),
        ("Reason", "feature:string weight:number requirementWords:string evidenceWords:string"),
        (
            "Review",
            """
            number:integer decision:string by:string at:string note:string? requirement:string requirementText:string evidence:string \
            evidenceText:string
            """
        ),
        (
            "LoggedReview",
            """
            number:integer decision:string by:string at:string note:string? requirement:string requirementText:string evidence:string \
            evidenceText:string status:string?
            """
        ),
        (
            "Link",
            """
            evidence:Evidence id:string relation:string strength:number strong:boolean status:string verdict:string reasons:[Reason] \
            changes:[string] reviews:[Review]
            """
        ),
        (
            "Answer",
            """
            requirement:Requirement id:string relation:string strength:number strong:boolean status:string verdict:string reasons:[Reason] \
            changes:[string] reviews:[Review]
            """
        ),
        ("Why", "key:string text:string"),
        ("Counts", "claimed:integer verified:integer indirect:integer"),
        ("BodyState", "owner:Owner state:string stateLabel:string why:[Why] counts:Counts latest:string?"),
        ("Omitted", "progress:integer problems:integer indirect:integer"),
        (
            "Pace",
            """
            indicator:string start:string end:string elapsed:number done:number? value:string? unit:string? day:string? evidence:string? \
            verdict:string verdictLabel:string computed:boolean
            """
        ),
        (
            "Row",
            """
            requirement:Requirement state:string stateLabel:string why:[Why] gap:string counts:Counts latest:string? bodies:[BodyState] \
            paces:[Pace] progress:[Link] problems:[Link] indirect:[Link] omitted:Omitted notes:[string]
            """
        ),
        ("Rows", "asOf:AsOf total:integer offset:integer rows:[Row]"),
        (
            "Level",
            "depth:integer subject:boolean requirement:Requirement state:string stateLabel:string deep:string counts:Counts latest:string? ring:boolean"
        ),
        ("Related", "relation:string upper:boolean requirement:Requirement strength:number status:string reasons:[Reason]"),
        (
            "Difference",
            "kind:string kindLabel:string why:[Why] upperDocument:Label upper:[Requirement] lowerDocument:Label lower:[Requirement]"
        ),
        (
            "RequirementTrace",
            """
            requirement:Requirement state:string stateLabel:string why:[Why] gap:string counts:Counts latest:string? bodies:[BodyState] \
            paces:[Pace] progress:[Link] problems:[Link] indirect:[Link] omitted:Omitted notes:[string] plans:[Evidence] related:[Related] chain:[Level] \
            differences:[Difference]
            """
        ),
        ("EvidenceTrace", "evidence:Evidence answers:[Answer]"),
        ("Trace", "asOf:AsOf query:string requirements:[RequirementTrace] evidence:[EvidenceTrace] more:integer"),
        ("Kind", "kind:string documents:integer"),
        ("StateCount", "state:string stateLabel:string claimed:integer verified:integer"),
        (
            "Summary",
            """
            asOf:AsOf documents:integer kinds:[Kind] directives:integer requirements:integer permissions:integer restated:integer \
            actions:integer problems:integer states:[StateCount] bare:integer indirectOnly:integer claimed:integer verified:integer
            """
        ),
        (
            "Source",
            "file:string path:string? mediaType:string encoding:string sha256:string bytes:integer characters:integer pages:integer?"
        ),
        (
            "Document",
            """
            id:string title:string number:string? date:string? kind:string type:string? issuer:Body? work:string version:integer \
            superseded:boolean source:Source directives:integer requirements:integer actions:integer plans:integer problems:integer \
            findings:integer
            """
        ),
        ("Documents", "documents:[Document]"),
        ("Passage", "id:string role:string text:string start:integer end:integer"),
        ("Notice", "severity:string text:string element:string? start:integer? end:integer?"),
        ("Element", "id:string name:string headings:[string] text:string place:Place?"),
        (
            "WholeDocument",
            """
            id:string title:string number:string? date:string? kind:string type:string? issuer:Body? work:string version:integer \
            superseded:boolean source:Source directives:integer requirements:integer actions:integer plans:integer problems:integer \
            findings:integer element:Element? passages:[Passage] notices:[Notice]
            """
        ),
        ("Gap", "requirement:Requirement gap:string state:string stateLabel:string why:[Why] indirect:[Link] omitted:integer"),
        ("BodyGaps", "body:Body? bare:[string] indirectOnly:[string] notByThisBody:[string]"),
        ("Gaps", "asOf:AsOf asked:integer bare:[Gap] indirectOnly:[Gap] bodies:[BodyGaps]"),
        ("Match", "start:integer end:integer"),
        ("Hit", "document:Label place:Place role:string headings:[string] text:string matches:[Match] facts:[string]"),
        ("Found", "asOf:AsOf query:string passages:integer occurrences:integer hits:[Hit]"),
        ("Step", "stage:string words:string evidence:Evidence"),
        (
            "Problem",
            "problem:Evidence stage:string stageLabel:string basis:string addressees:[Body] requirement:Requirement? course:[Step]"
        ),
        ("BodyProblems", "body:Body? problems:[Problem]"),
        ("Problems", "asOf:AsOf open:integer closed:integer bodies:[BodyProblems]"),
        ("Look", "key:string text:string"),
        ("Waiting", "link:Link requirement:Requirement value:number looks:[Look] state:string stateLabel:string"),
        ("Queue", "asOf:AsOf waiting:integer changed:integer rows:[Waiting]"),
        ("ReviewLog", "asOf:AsOf reviews:[LoggedReview]"),
        ("Session", "user:string role:string token:string"),
        ("Decision", "requirement:string evidence:string decision:string note:string?"),
        ("Recorded", "recorded:boolean"),
        ("Files", "files:[file]"),
        ("UploadDecision", "action:string"),
        (
            "UploadedFile",
            """
            name:string kind:string canBeKept:boolean fate:string? title:string? number:string? date:string? count:integer? fault:string? \
            findings:[string]
            """
        ),
        ("UploadResult", "name:string document:string? text:string good:boolean"),
        (
            "Upload",
            """
            id:string user:string stage:string canBeKept:boolean done:integer of:integer files:[UploadedFile] results:[UploadResult] \
            closed:[string]
            """
        ),
        ("Uploads", "uploads:[Upload]"),
        ("Failure", "error:string"),
    ]

    static var datum: Datum {
        .record(components.map { Datum.Entry($0.name, object($0.fields)) })
    }

    /// What the body of an answer is.
    static func reference(_ name: String) -> Datum { .record([.init("$ref", .text("#/components/schemas/" + name))]) }

    private static func object(_ fields: String) -> Datum {
        var properties: [(name: String, value: Datum)] = []
        var required: [String] = []
        for field in fields.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let sides = field.split(separator: ":", maxSplits: 1).map(String.init)
            guard sides.count == 2 else { continue }
            properties.append((sides[0], type(sides[1])))
            required.append(sides[0])
        }
        return .record([
            .init("type", .text("object")), .init("required", .texts(of: "name", required)),
            .init("properties", .named(properties)), .init("additionalProperties", .flag(false)),
        ])
    }

    private static func type(_ text: String) -> Datum {
        if text == "file" { return .record([.init("type", .text("string")), .init("format", .text("binary"))]) }
        if text.hasSuffix("?") {
            let plain = String(text.dropLast())
            let isBasic = ["string", "integer", "number", "boolean"].contains(plain)
            return isBasic
                ? .record([.init("type", .texts(of: "type", [plain, "null"]))])
                : .record([.init("anyOf", .list(of: "schema", [type(plain), .record([.init("type", .text("null"))])]))])
        }
        if text.hasPrefix("["), text.hasSuffix("]") {
            return .record([.init("type", .text("array")), .init("items", type(String(text.dropFirst().dropLast())))])
        }
        return ["string", "integer", "number", "boolean"].contains(text) ? .record([.init("type", .text(text))]) : reference(text)
    }
}
