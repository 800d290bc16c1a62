import Links
import Provenance
struct LinkedEvidence { var link: Link; var evidence: Evidence }
struct StateRules { static let standard = StateRules()
 func coverage(of: Requirement, evidence: [LinkedEvidence], asOf: CalendarDay?) -> Coverage { Coverage(requirement: of.id, state: .noReport) } }
