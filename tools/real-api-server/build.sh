#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds a real kube-apiserver (and kube-controller-manager) for the contract tests and puts etcd beside them.
# The last line on stdout is the folder, ready to be used as KUBEBUILDER_ASSETS; all else goes to stderr.
# Calling it again is free: a complete folder is printed at once. Any failure ends with one line that says why, and not 0.
set -euo pipefail

version=1.36.3
staging=0.${version#1.}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/shakebook/kube-apiserver/$version
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=

say() { printf 'real-api-server: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
clean_up() { if [ -n "$work" ]; then rm -rf "$work"; fi; }
trap clean_up EXIT

complete() { [ -x "$cache/etcd" ] && [ -x "$cache/kube-apiserver" ] && [ -x "$cache/kube-controller-manager" ]; }

need_etcd() {
  [ -x "$cache/etcd" ] && return
  if ! command -v etcd >/dev/null; then
    command -v apt-get >/dev/null || fail "etcd is missing and there is no apt-get: install etcd and put it on the PATH"
    [ "$(id -u)" = 0 ] || fail "etcd is missing: run 'apt-get install etcd-server' as root"
    say "installing etcd-server"
    # a package that starts a service of its own would keep the ports busy
    { RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends etcd-server ||
      { apt-get update && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends etcd-server; }
    } >&2 || fail "apt-get install etcd-server failed"
  fi
  ln -sfn "$(command -v etcd)" "$cache/etcd"
}

# The module's own go.mod replaces its staging modules by folders; from outside, they are modules of the matching 0.x version.
need_module() {
  [ -f "$work/go.sum" ] && return
  command -v go >/dev/null || fail "Go is missing: kube-apiserver $version needs Go 1.26 or later to be built"
  say "resolving k8s.io/kubernetes v$version"
  local description module_file
  description=$(cd "$work" && go mod download -json "k8s.io/kubernetes@v$version") || fail "the module k8s.io/kubernetes v$version cannot be downloaded: $description"
  module_file=$(sed -n 's/^[[:space:]]*"GoMod": "\(.*\)",*$/\1/p' <<<"$description")
  [ -f "$module_file" ] || fail "go names no go.mod for k8s.io/kubernetes v$version"
  bash "$here/go-mod.sh" "$version" "$staging" <"$module_file" >"$work/go.mod"
  cat >"$work/tools.go" <<'TOOLS'
//go:build tools

package tools

import (
	_ "k8s.io/kubernetes/cmd/kube-apiserver"
	_ "k8s.io/kubernetes/cmd/kube-controller-manager"
)
TOOLS
  (cd "$work" && go mod tidy -e) >&2 || fail "go mod tidy failed"
}

need_binary() {
  local name=$1 build
  [ -x "$cache/$name" ] && return
  need_module
  build=k8s.io/component-base/version
  say "building $name $version: minutes the first time"
  (cd "$work" && CGO_ENABLED=0 go build -trimpath \
    -ldflags "-s -w -X $build.gitVersion=v$version -X $build.gitMajor=1 -X $build.gitMinor=${staging:2:2}" \
    -o "$work/$name" "k8s.io/kubernetes/cmd/$name") >&2 || fail "building $name failed"
  mv "$work/$name" "$cache/$name"
}

if ! complete; then
  mkdir -p "$cache" || fail "the folder $cache cannot be made"
  work=$(mktemp -d "$cache/.build.XXXXXX") || fail "no folder can be made in $cache"
  need_etcd
  need_binary kube-apiserver
  need_binary kube-controller-manager
fi
printf '%s\n' "$cache"
