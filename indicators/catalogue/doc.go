// Package catalogue is the common core as it ships with the program: the 17
// goals, the targets in use and the 44 indicators that every municipality can
// answer, with names, questions and help in bokmål, nynorsk and English. Beside it stands
// the additional set, in one file for each goal: what a municipality may take in of its
// own will. A code stands for one thing in both.
//
// The content stands in the YAML files beside the code and is embedded. Its
// bounds are locked per version of the catalogue: whoever changes one changes
// the version, so that an unchanged municipality never changes colour. What is
// not known stays blank; a threshold that nobody has checked against its law or
// source is left out and its note says so.
//
// It must never touch a database, score anything or fill in what is blank.
package catalogue
