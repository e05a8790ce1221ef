package catalogue

// Source says who publishes the figure and how it is fetched. A blank field is
// not known and stays so: table numbers and codes are never guessed.
type Source struct {
	Owner          string  `yaml:"owner" json:"owner"`
	Table          string  `yaml:"table" json:"table,omitempty"`
	OtherTable     string  `yaml:"other_table" json:"otherTable,omitempty"`
	RegionVariable string  `yaml:"region_variable" json:"regionVariable,omitempty"`
	ContentsCode   string  `yaml:"contents_code" json:"contentsCode,omitempty"`
	Dimensions     string  `yaml:"dimensions" json:"dimensions,omitempty"`
	Kolada         string  `yaml:"kolada" json:"kolada,omitempty"` // closest Swedish equivalent
	U4SSC          string  `yaml:"u4ssc" json:"u4ssc,omitempty"`   // closest U4SSC equivalent
	Prefillable    Prefill `yaml:"prefillable" json:"prefillable"`
	Mapping        Mapping `yaml:"mapping" json:"mapping"`
	MappingNote    Text    `yaml:"mapping_note" json:"mappingNote"`
}

// OwnerMunicipality is the owner of figures that no register has: the
// municipality itself.
const OwnerMunicipality = "municipality"

// Prefill says whether open statistics can fill in the answer.
type Prefill string

// The grades of Prefill.
const (
	Prefillable       Prefill = "yes"
	PartlyPrefillable Prefill = "partly"
	NotPrefillable    Prefill = "no"
)

// Mapping says how far the way to the figure has been verified.
type Mapping string

// The grades of Mapping: table and codes seen, table alone seen, the
// municipality itself is the source, nothing verified.
const (
	FullMapping  Mapping = "full"
	TableMapping Mapping = "table"
	OwnQuestion  Mapping = "own_question"
	NoMapping    Mapping = "none"
)
