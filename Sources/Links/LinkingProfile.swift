import Provenance
import Vocabulary

/// The numbers of `Ontology/linking.xml` by their names there; the reason for each stands in that file.
struct LinkingProfile: Sendable {
    let heading, sectionHeading, directiveHeading, titleConcept: Double
    let character, rarityPower, newWord, acrossWords, seam, boilerplate: Double
    let idfPower, evidenceIdfPower, conceptEvidenceIdfPower: Double
    let family, concept, broader, related, demanded, general, subject, conceptNorm: Double
    let aim, attendance, praise, listed, reportedList, taught, continued, figure, quotedName: Double
    let rival, rivalConcept, measuredElsewhere: Double
    let answers: Int
    let answersShare, ownWords: Double
    let crowd: Double
    let inherited, inheritedCap: Double
    let context: Double
    let contextReach: Int
    let indicator, body, citation, clauseCitation: Double
    let earlierFactor, elsewhereFactor, weakCap: Double
    let half, floor: Double
    let candidateRarity, candidateShare, candidateScore: Double
    let nearest: Int
    let derives, restates: Double
    let touches, implements: Double

    /// - Parameter knowsConcepts: there is a thesaurus; else words and neighbours stand in for it.
    init(_ weights: LinkingWeights, knowsConcepts: Bool) throws(Fault) {
        let without = knowsConcepts ? "" : "WithoutConcepts"
        heading = try weights.value("heading")
        sectionHeading = try weights.value("sectionHeading")
        directiveHeading = try weights.value("directiveHeading")
        titleConcept = try weights.value("titleConcept")
        character = try weights.value("character")
        rarityPower = try weights.value("rarityPower")
        newWord = try weights.value("newWord")
        acrossWords = try weights.value("acrossWords")
        seam = try weights.value("seam")
        boilerplate = try weights.value("boilerplate")
        idfPower = try weights.value("idfPower")
        evidenceIdfPower = try weights.value("evidenceIdfPower")
        conceptEvidenceIdfPower = try weights.value("conceptEvidenceIdfPower")
        family = try weights.value("family" + without)
        concept = try weights.value("concept")
        broader = try weights.value("broader")
        related = try weights.value("related")
        demanded = try weights.value("demanded")
        general = try weights.value("general")
        subject = try weights.value("subject")
        conceptNorm = try weights.value("conceptNorm")
        aim = try weights.value("aim")
        attendance = try weights.value("attendance")
        praise = try weights.value("praise")
        listed = try weights.value("listed")
        reportedList = try weights.value("reportedList")
        taught = try weights.value("taught")
        continued = try weights.value("continued")
        figure = try weights.value("figure")
        quotedName = try weights.value("quotedName")
        rival = try weights.value("rival" + without)
        measuredElsewhere = try weights.value("measuredElsewhere")
        rivalConcept = try weights.value("rivalConcept")
        answers = Int(try weights.value("answers"))
        answersShare = try weights.value("answersShare")
        ownWords = try weights.value("ownWords")
        crowd = try weights.value("crowd")
        inherited = try weights.value("inherited")
        inheritedCap = try weights.value("inheritedCap")
        context = try weights.value("context" + without)
        contextReach = Int(try weights.value("contextReach"))
        indicator = try weights.value("indicator")
        body = try weights.value("body")
        citation = try weights.value("citation")
        clauseCitation = try weights.value("clauseCitation")
        earlierFactor = try weights.value("earlierFactor")
        elsewhereFactor = try weights.value("elsewhereFactor")
        weakCap = try weights.value("weakCap")
        half = try weights.value("half")
        floor = try weights.value("floor" + without)
        candidateRarity = try weights.value("candidateRarity")
        candidateShare = try weights.value("candidateShare")
        candidateScore = try weights.value("candidateScore")
        nearest = Int(try weights.value("nearest"))
        derives = try weights.value("derives")
        restates = try weights.value("restates")
        touches = try weights.value("touches")
        implements = try weights.value("implements")
    }
}
