// Package docx writes documents in the form of Office Open XML that word processors
// open for editing: headings, paragraphs, lists, tables with a header row and pictures
// with a text instead. It writes what these need and no more.
//
// It must never know what a document is about, and never write the time or anything
// else that would make two files of the same content differ.
package docx
