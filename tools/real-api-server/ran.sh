#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Fails unless every class of tests named *IT has run against the real kube-apiserver: reported, and not skipped as a whole.
# Single rows may be skipped, such as those that need pods that run. To be called after a build with KUBEBUILDER_ASSETS set.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

number() { # attribute file...
  local attribute=$1
  shift
  sed -n "s/.*<testsuite .* $attribute=\"\([0-9]*\)\".*/\1/p" "$@" | awk '{ sum += $1 } END { print sum + 0 }'
}

missing=0
classes=0
shopt -s nullglob
for source in $(git ls-files '*IT.java'); do
  module=${source%%/src/test/*}
  name=$(basename "$source" .java)
  reports=("$module"/target/failsafe-reports/TEST-*."$name".xml "$module"/target/failsafe-reports/TEST-*."$name"\$*.xml)
  ran=0
  if [ ${#reports[@]} -gt 0 ]; then
    ran=$(($(number tests "${reports[@]}") - $(number skipped "${reports[@]}")))
  fi
  classes=$((classes + 1))
  if [ "$ran" -le 0 ]; then
    echo "real-api-server: no test of $source has run" >&2
    missing=$((missing + 1))
  else
    echo "real-api-server: $name: $ran tests" >&2
  fi
done
[ "$classes" -gt 0 ] || { echo "real-api-server: there are no tests named *IT" >&2; exit 1; }
[ "$missing" -eq 0 ]
