package main

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"loftet/proof/stand"
)

// calls are what pages ask of the API before they show anything, besides the
// session; REGION stands for a region's id. Pages that are not named here ask
// for less than these, or show it only to those who are signed in.
var calls = map[string][]string{
	"/":       {"/rounds", "/needs?limit=3&sort=deadline"},
	"/status": {"/regions", "/rounds"},
	"/needs":  {"/needs?limit=20", "/regions"},
}

// viewPlan is what pages that are looked at show.
var viewPlan = stand.Plan{Municipalities: 6, Indicators: 30, Published: 3}

// views measures how many bytes the first view of a page takes when nothing is
// kept from before: the page, its scripts, styles, font, texts, and its calls.
func views(ctx context.Context, b *bench, _ database) error {
	on := database{"sqlite", b.sqlite}
	return b.with(ctx, on, "view", viewPlan, func(s *service) error {
		if err := stand.AddNeeds(ctx, s.address, s.Country, 100); err != nil {
			return err
		}
		v := &visit{ctx: ctx, site: s.URL, fetched: map[string]string{}, weights: map[string]int64{}}
		routes, err := v.routes()
		if err != nil {
			return err
		}
		paths := append([]string{"/status/:regionId"}, "/", "/status", "/needs")
		views := map[string]Row{}
		for path, files := range routes {
			api := calls[path]
			if path == "/status/:regionId" {
				for _, one := range s.pageShots() {
					api = append(api, one.path)
				}
			}
			row, err := v.first(path, files, api)
			if err != nil {
				return err
			}
			views[path] = row
		}
		for _, path := range paths {
			if _, there := views[path]; !there {
				return fmt.Errorf("the pages have no %s", path)
			}
			b.add(views[path])
			delete(views, path)
		}
		others := slices.SortedFunc(maps.Values(views), func(x, y Row) int { return cmp.Compare(y.Bytes, x.Bytes) })
		if len(others) > 0 {
			others[0].What += ", the largest of the others"
			b.add(others[0])
		}
		return nil
	})
}

// visit fetches as a browser does that has nothing yet.
type visit struct {
	ctx     context.Context
	site    string
	fetched map[string]string // the text of files
	weights map[string]int64  // as they were sent
}

var (
	inPage  = regexp.MustCompile(`(?:src|href)="(/[^"]+)"`)
	inStyle = regexp.MustCompile(`url\((/assets/[^)]+)\)[^}]*unicode-range:U\+\?\?`) // the letters that every page has
	words   = regexp.MustCompile("import\\(`\\./(nb-[^`]+)`\\)")
	listed  = regexp.MustCompile(`m\.f=\[([^\]]*)\]`)
	routed  = regexp.MustCompile("path:`([^`]*)`,load:\\(\\)=>\\w+\\(\\(\\)=>import\\(`\\./([^`]+)`\\),(?:__vite__mapDeps\\(\\[([0-9,]*)\\]\\)|\\[\\])")
)

// routes finds in the built scripts which files each page consists of, besides
// those that all pages have.
func (v *visit) routes() (map[string][]string, error) {
	common, err := v.common()
	if err != nil {
		return nil, err
	}
	routes := map[string][]string{}
	for _, file := range common {
		text := v.fetched[file]
		var files []string
		if found := listed.FindStringSubmatch(text); found != nil {
			for name := range strings.SplitSeq(found[1], ",") {
				files = append(files, "/"+strings.Trim(name, `"`))
			}
		}
		for _, route := range routed.FindAllStringSubmatch(text, -1) {
			own := append([]string{"/assets/" + route[2]}, common...)
			for index := range strings.SplitSeq(route[3], ",") {
				if i, err := strconv.Atoi(index); err == nil && i < len(files) {
					own = append(own, files[i])
				}
			}
			slices.Sort(own)
			routes[route[1]] = slices.Compact(own)
		}
	}
	return routes, nil
}

// common gives the files that every page has.
func (v *visit) common() ([]string, error) {
	page, err := v.get("/nb")
	if err != nil {
		return nil, err
	}
	files := []string{"/nb"}
	for _, found := range inPage.FindAllStringSubmatch(page, -1) {
		text, err := v.get(found[1])
		if err != nil {
			return nil, err
		}
		files = append(files, found[1])
		for _, font := range inStyle.FindAllStringSubmatch(text, 1) {
			files = append(files, font[1])
		}
		for _, language := range words.FindAllStringSubmatch(text, 1) {
			files = append(files, "/assets/"+language[1])
		}
	}
	return files, nil
}

// first weighs a page.
func (v *visit) first(path string, files, api []string) (Row, error) {
	all := slices.Clone(files)
	for _, call := range append([]string{"/session"}, api...) {
		if !slices.Contains(all, "/api/v1"+call) {
			all = append(all, "/api/v1"+call)
		}
	}
	sum := int64(0)
	for _, file := range all {
		if _, err := v.get(file); err != nil {
			return Row{}, err
		}
		sum += v.weights[file]
	}
	return Row{What: whatFirstView + path, Note: fmt.Sprintf("%d requests", len(all)), Bytes: sum}, nil
}

// get fetches a file once and weighs it as it is sent, head and all.
func (v *visit) get(path string) (string, error) {
	if text, there := v.fetched[path]; there {
		return text, nil
	}
	request, err := http.NewRequestWithContext(v.ctx, http.MethodGet, v.site+path, nil)
	if err != nil {
		return "", err
	}
	return v.weigh(path, request)
}
