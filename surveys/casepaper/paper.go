package casepaper

import (
	"bytes"
	"embed"
	"fmt"
	"strings"
	"text/template"
)

//go:embed texts/*.txt
var textFiles embed.FS

var texts = template.Must(template.New("").Option("missingkey=error").ParseFS(textFiles, "texts/*.txt"))

// Languages are the forms that papers are written in.
var Languages = []string{"nb", "nn"}

// Paper is a case paper, ready to be adapted.
type Paper struct {
	Language string
	Title    string
	Hours    int // that answering is estimated to take
	Blocks   []Block
}

// BlockKind is what a block of a paper is.
type BlockKind string

// The kinds. Fields has labels and values in turn; Proposal are the numbered points of
// the proposed decision.
const (
	Heading    BlockKind = "heading"
	Subheading BlockKind = "subheading"
	Paragraph  BlockKind = "paragraph"
	Bullets    BlockKind = "bullets"
	Proposal   BlockKind = "proposal"
	Fields     BlockKind = "fields"
)

// Block is a part of a paper: one text, or several items.
type Block struct {
	Kind  BlockKind
	Text  string
	Items []string
}

// Write fills in the paper of a municipality, or of the regional council where the
// facts name no municipality. Language is one of Languages.
func Write(language string, f Facts) (Paper, error) {
	name := "municipality."
	if f.Municipality == "" {
		name = "council."
	}
	var text bytes.Buffer
	if err := texts.ExecuteTemplate(&text, name+language+".txt", f.in(language)); err != nil {
		return Paper{}, fmt.Errorf("write case paper %s%s: %w", name, language, err)
	}
	p := parse(language, text.String())
	p.Hours = f.hours()
	return p, nil
}

// marks are how the lines of a text file begin, and what they are; longer marks first.
var marks = []struct {
	mark string
	kind BlockKind
}{{"### ", Subheading}, {"## ", Heading}, {"- ", Bullets}, {"@ ", Fields}}

func parse(language, text string) Paper {
	p := Paper{Language: language}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if title, is := strings.CutPrefix(line, "# "); is {
			p.Title = title
		} else if line != "" {
			p.add(line)
		}
	}
	return p
}

func (p *Paper) add(line string) {
	for _, m := range marks {
		if rest, is := strings.CutPrefix(line, m.mark); is {
			p.put(m.kind, rest)
			return
		}
	}
	if number, rest, is := strings.Cut(line, ". "); is && strings.Trim(number, "0123456789") == "" {
		p.put(Proposal, rest)
		return
	}
	p.put(Paragraph, line)
}

// put adds a line; items of one kind that follow each other are one block.
func (p *Paper) put(kind BlockKind, text string) {
	if kind != Bullets && kind != Proposal && kind != Fields {
		p.Blocks = append(p.Blocks, Block{Kind: kind, Text: text})
		return
	}
	if n := len(p.Blocks); n == 0 || p.Blocks[n-1].Kind != kind {
		p.Blocks = append(p.Blocks, Block{Kind: kind})
	}
	last := &p.Blocks[len(p.Blocks)-1]
	if kind == Fields {
		label, value, _ := strings.Cut(text, " | ")
		last.Items = append(last.Items, label, value)
		return
	}
	last.Items = append(last.Items, text)
}
