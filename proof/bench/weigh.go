package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
)

// packed takes answers as they come, without unpacking them unseen.
var packed = &http.Client{Transport: &http.Transport{DisableCompression: true}}

// weigh sends a request as a browser does and gives the text of the answer.
func (v *visit) weigh(path string, request *http.Request) (string, error) {
	request.Header.Set("Accept-Encoding", "gzip")
	response, err := packed.Do(request)
	if err != nil {
		return "", err
	}
	defer func() { _ = response.Body.Close() }() // it was only read
	head, err := httputil.DumpResponse(response, false)
	if err != nil {
		return "", err
	}
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return "", err
	}
	if response.StatusCode != http.StatusOK {
		return "", fmt.Errorf("%s answered %d: %.200s", path, response.StatusCode, body)
	}
	v.weights[path] = int64(len(head) + len(body))
	if response.Header.Get("Content-Encoding") == "gzip" {
		unpacked, err := gzip.NewReader(bytes.NewReader(body))
		if err != nil {
			return "", err
		}
		if body, err = io.ReadAll(unpacked); err != nil {
			return "", err
		}
	}
	v.fetched[path] = string(body)
	return string(body), nil
}
