package papers

import "slices"

// Texts are what people write in a paper. They begin as the program worded them from
// the figures.
type Texts struct {
	Title       string             `json:"title"`
	CaseNumber  string             `json:"caseNumber"`
	Committee   string             `json:"committee"`
	MeetingOn   string             `json:"meetingOn"` // a day, or nothing
	Handler     string             `json:"handler"`
	Sections    map[Section]string `json:"sections"`
	Proposal    []string           `json:"proposal"`
	Attachments []string           `json:"attachments"`
}

// Section is a part of a paper that people write.
type Section string

// The sections that rules name.
const (
	Facts        Section = "facts"
	Method       Section = "method"
	Consequences Section = "economy" // the first of the consequences
)

// Sections are all of them in the order of the paper. The proposed decision and the
// attachments come before the last, which the program words alone.
var Sections = []Section{"summary", "background", Facts, "assessment", Consequences, "climate", "goals", "health", "law", "alternatives", "conclusion", Method}

// consequences are those that stand under one heading.
var consequences = []Section{Consequences, "climate", "goals", "health", "law"}

func (s Section) isConsequence() bool { return slices.Contains(consequences, s) }

// headings are the headings of a paper, by language.
var headings = map[string]map[Section]string{
	"nb": {"summary": "Saken i korte trekk", "background": "Bakgrunn", "facts": "Fakta", "assessment": "Vurdering", "consequences": "Konsekvenser",
		"economy": "Økonomi og arbeidsmengde", "climate": "Klima og miljø", "goals": "Berørte bærekraftsmål", "health": "Folkehelse", "law": "Rettslige forhold",
		"alternatives": "Alternativer", "conclusion": "Konklusjon", "proposal": "Forslag til vedtak", "attachments": "Vedlegg", "method": "Om tallene"},
	"nn": {"summary": "Saka i korte trekk", "background": "Bakgrunn", "facts": "Fakta", "assessment": "Vurdering", "consequences": "Konsekvensar",
		"economy": "Økonomi og arbeidsmengd", "climate": "Klima og miljø", "goals": "Berekraftsmål som saka rører ved", "health": "Folkehelse", "law": "Rettslege forhold",
		"alternatives": "Alternativ", "conclusion": "Konklusjon", "proposal": "Framlegg til vedtak", "attachments": "Vedlegg", "method": "Om tala"},
}

// labels are the words of the head of a paper and of its tables, by language.
var labels = map[string]map[string]string{
	"nb": {"caseNumber": "Saksnummer", "committee": "Utvalg", "meetingOn": "Møtedato", "handler": "Saksbehandler", "region": "Region", "municipality": "Kommune", "edition": "Utgave",
		"draft": "utkast", "toFill": "(fylles ut)", "goal": "Mål", "score": "Poeng", "beside": "Regionen", "change": "Endring fra forrige runde", "units": "Kommuner bak tallet",
		"none": "for få tall", "goalsTable": "Poeng per mål, av 100", "challenges": "Felles utfordringer", "challenge": "Utfordring", "reason": "Grunnlag", "madeUp": "Tallene er oppdiktet.", "table": "Tallene i figuren"},
	"nn": {"caseNumber": "Saksnummer", "committee": "Utval", "meetingOn": "Møtedato", "handler": "Saksbehandlar", "region": "Region", "municipality": "Kommune", "edition": "Utgåve",
		"draft": "utkast", "toFill": "(blir fylt ut)", "goal": "Mål", "score": "Poeng", "beside": "Regionen", "change": "Endring frå førre runde", "units": "Kommunar bak talet",
		"none": "for få tal", "goalsTable": "Poeng per mål, av 100", "challenges": "Felles utfordringar", "challenge": "Utfordring", "reason": "Grunnlag", "madeUp": "Tala er oppdikta.", "table": "Tala i figuren"},
}
