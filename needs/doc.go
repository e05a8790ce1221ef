// Package needs is for what municipalities of a region need together: it finds
// candidates in the scores of a round by a versioned rule set, keeps them, lets
// people edit, confirm and publish them, and hands out the published ones.
//
// It must never publish anything by computation alone, turn missing data into a
// need, show the public more than the published version of a need, or say HOW a
// need is to be met.
package needs
