#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Reads the go.mod of k8s.io/kubernetes on stdin and writes one that builds its commands from outside of its tree.
# usage: go-mod.sh VERSION STAGING_VERSION <upstream go.mod >go.mod
set -euo pipefail

awk -v version="$1" -v staging="$2" '
  $1 == "go" && NF == 2 { go = $2 }
  $1 == "replace" { $1 = ""; $0 = $0 }
  $2 == "=>" && $3 ~ /^\.\/staging\// { replaced[++count] = $1 }
  END {
    if (!go || !count) { print "go-mod.sh: no go line or no staging modules on stdin" > "/dev/stderr"; exit 1 }
    print "module shakebook.local/real-api-server\n\ngo " go "\n\nrequire k8s.io/kubernetes v" version "\n\nreplace ("
    for (i = 1; i <= count; i++) print "\t" replaced[i] " => " replaced[i] " v" staging
    print ")"
  }'
