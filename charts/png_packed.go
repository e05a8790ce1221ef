package charts

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image/color"
	"io"

	"github.com/klauspost/compress/zlib"
)

// packed is a PNG in the making (ISO/IEC 15948): rows with a palette, packed as
// they come. The palette stands before them in a file but is known after them.
// image/png wants the whole picture at once, and its packing takes twice the time.
type packed struct {
	out    bytes.Buffer
	packer *zlib.Writer
}

// start empties it for a picture.
func (p *packed) start() (err error) {
	p.out.Reset()
	if p.packer != nil {
		p.packer.Reset(&p.out)
		return nil
	}
	if p.packer, err = zlib.NewWriterLevel(&p.out, zlib.BestSpeed); err != nil {
		return fmt.Errorf("start packing: %w", err)
	}
	return nil
}

// add packs rows of pixels, each with the byte of its filter in front.
func (p *packed) add(rows []uint8) error {
	if _, err := p.packer.Write(rows); err != nil {
		return fmt.Errorf("pack pixels: %w", err)
	}
	return nil
}

// write ends the picture.
func (p *packed) write(w io.Writer, width, height int, palette []color.RGBA) error {
	if err := p.packer.Close(); err != nil {
		return fmt.Errorf("pack pixels: %w", err)
	}
	head := binary.BigEndian.AppendUint32(nil, uint32(width))  //nolint:gosec // within maxPixels
	head = binary.BigEndian.AppendUint32(head, uint32(height)) //nolint:gosec // within maxPixels
	head = append(head, 8, 3, 0, 0, 0)                         // eight bits, with a palette, nothing special
	colours := make([]byte, 0, 3*len(palette))
	for _, c := range palette {
		colours = append(colours, c.R, c.G, c.B)
	}
	if _, err := io.WriteString(w, "\x89PNG\r\n\x1a\n"); err != nil {
		return fmt.Errorf("write png: %w", err)
	}
	for _, part := range []struct {
		name string
		body []byte
	}{{"IHDR", head}, {"PLTE", colours}, {"IDAT", p.out.Bytes()}, {"IEND", nil}} {
		if err := writeChunk(w, part.name, part.body); err != nil {
			return fmt.Errorf("write png: %w", err)
		}
	}
	return nil
}

// writeChunk writes one part of a PNG: length, name, body and their checksum.
func writeChunk(w io.Writer, name string, body []byte) error {
	front := binary.BigEndian.AppendUint32(nil, uint32(len(body))) //nolint:gosec // within maxPixels
	front = append(front, name...)
	sum := crc32.Update(crc32.ChecksumIEEE(front[4:]), crc32.IEEETable, body)
	for _, b := range [][]byte{front, body, binary.BigEndian.AppendUint32(nil, sum)} {
		if _, err := w.Write(b); err != nil {
			return err
		}
	}
	return nil
}
