package papers

import (
	"strconv"
	"strings"
	"time"
)

// BlockKind is what a block of a paper is.
type BlockKind string

// The kinds. Fields has a label and a value in each row; Proposal are the numbered
// points of the proposed decision.
const (
	Heading    BlockKind = "heading"
	Subheading BlockKind = "subheading"
	Paragraph  BlockKind = "paragraph"
	Bullets    BlockKind = "bullets"
	Proposal   BlockKind = "proposal"
	Fields     BlockKind = "fields"
	Table      BlockKind = "table"
	Image      BlockKind = "picture"
)

// Block is a part of a paper as it is read, whatever the form of the file.
type Block struct {
	Kind    BlockKind
	Text    string // of a table and a picture: what stands above
	Items   []string
	Header  []string
	Rows    [][]string
	Picture int // its place among the pictures, from 1
}

// Content is all that a paper says.
type Content struct {
	Language string
	Edition  int
	Finished bool
	Figures  Figures
	Texts    Texts
}

// Blocks give a paper from its head to its end.
func (c Content) Blocks() []Block {
	word, heading := labels[c.Language], headings[c.Language]
	blocks := []Block{{Kind: Fields, Rows: c.head()}}
	if c.Figures.MadeUp {
		blocks = append(blocks, Block{Kind: Paragraph, Text: word["madeUp"]})
	}
	for _, s := range Sections {
		switch {
		case s == Consequences:
			blocks = append(blocks, Block{Kind: Heading, Text: heading["consequences"]})
		case s == Method:
			blocks = append(blocks, c.end()...)
		}
		kind := Heading
		if s.isConsequence() {
			kind = Subheading
		}
		blocks = append(blocks, Block{Kind: kind, Text: heading[s]})
		blocks = append(blocks, written(c.Texts.Sections[s])...)
		if s == Facts {
			blocks = append(blocks, c.facts()...)
		}
	}
	return blocks
}

func (c Content) head() [][]string {
	word := labels[c.Language]
	row := func(label, text string) []string {
		if text == "" {
			text = word["toFill"]
		}
		return []string{word[label], text}
	}
	meeting := c.Texts.MeetingOn
	if on, err := time.Parse(time.DateOnly, meeting); err == nil {
		meeting = day(on)
	}
	edition := strconv.Itoa(c.Edition)
	if !c.Finished {
		edition += " (" + word["draft"] + ")"
	}
	rows := [][]string{row("caseNumber", c.Texts.CaseNumber), row("committee", c.Texts.Committee), row("meetingOn", meeting), row("handler", c.Texts.Handler), row("region", c.Figures.Region)}
	if c.Figures.Municipality != "" {
		rows = append(rows, row("municipality", c.Figures.Municipality))
	}
	return append(rows, row("edition", edition))
}

func (c Content) end() []Block {
	heading := headings[c.Language]
	blocks := []Block{{Kind: Heading, Text: heading["proposal"]}, {Kind: Proposal, Items: c.Texts.Proposal}}
	if len(c.Texts.Attachments) > 0 {
		blocks = append(blocks, Block{Kind: Heading, Text: heading["attachments"]}, Block{Kind: Bullets, Items: c.Texts.Attachments})
	}
	return blocks
}

// facts are the tables and pictures.
func (c Content) facts() []Block {
	word := labels[c.Language]
	blocks := []Block{c.goals()}
	if len(c.Figures.Challenges) > 0 {
		table := Block{Kind: Table, Text: word["challenges"], Header: []string{word["challenge"], word["goal"], word["reason"]}}
		for _, x := range c.Figures.Challenges {
			table.Rows = append(table.Rows, []string{x.Name, strconv.Itoa(x.Goal), x.Reason})
		}
		blocks = append(blocks, table)
	}
	for i, p := range c.Figures.Pictures {
		header, rows := upright(p.Header, p.Rows)
		blocks = append(blocks, Block{Kind: Image, Text: p.Title, Picture: i + 1},
			Block{Kind: Table, Text: word["table"] + ": " + p.Title, Header: header, Rows: rows})
	}
	return blocks
}

// widest is how many columns a sheet of paper has room for.
const widest = 8

// upright turns a table that is too wide for a sheet, so that its columns are rows.
func upright(header []string, rows [][]string) (turned []string, lines [][]string) {
	if len(header) <= widest || len(rows) >= len(header) {
		return header, rows
	}
	for i, head := range header {
		line := []string{head}
		for _, row := range rows {
			line = append(line, row[i])
		}
		lines = append(lines, line)
	}
	return lines[0], lines[1:]
}

func (c Content) goals() Block {
	word := labels[c.Language]
	own := c.Figures.Municipality != ""
	table := Block{Kind: Table, Text: word["goalsTable"], Header: []string{word["goal"], word["score"], word["units"]}}
	if own {
		table.Header[2] = word["beside"]
	}
	if c.Figures.Compared {
		table.Header = append(table.Header, word["change"])
	}
	score := func(x *float64) string {
		if x == nil {
			return word["none"]
		}
		return decimal(*x)
	}
	for _, g := range c.Figures.Goals {
		row := []string{strconv.Itoa(g.Goal) + " " + g.Name, score(g.Score), strconv.Itoa(g.Units)}
		if own {
			row[2] = score(g.Beside)
		}
		if c.Figures.Compared {
			change := word["none"]
			if g.Score != nil && g.Before != nil {
				change = signed(g.change())
			}
			row = append(row, change)
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// written makes blocks of a text that somebody wrote: an empty line parts paragraphs,
// and lines that begin with a hyphen are a list.
func written(text string) []Block {
	var blocks []Block
	fresh := true
	for one := range strings.Lines(text) {
		one = strings.TrimSpace(one)
		last := len(blocks) - 1
		item, bullet := strings.CutPrefix(one, "- ")
		switch {
		case one == "":
			fresh = true
			continue
		case bullet && last >= 0 && blocks[last].Kind == Bullets:
			blocks[last].Items = append(blocks[last].Items, item)
		case bullet:
			blocks = append(blocks, Block{Kind: Bullets, Items: []string{item}})
		case !fresh && blocks[last].Kind == Paragraph:
			blocks[last].Text += "\n" + one
		default:
			blocks = append(blocks, Block{Kind: Paragraph, Text: one})
		}
		fresh = false
	}
	return blocks
}
