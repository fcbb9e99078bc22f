#!/usr/bin/env bash
# What a forge runs on a change: scripts/ci.sh BASE, with the commit before the change. A change of content/ alone runs check, the
# build and the tests of the content; a change of the code runs everything. Without a BASE that is known (a new fork, a night) the
# code is taken as it is: what others tested needs no test here, and a new fork is online in minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
base=${1:-}
if [ -n "$base" ] && git cat-file -e "$base^{commit}" 2>/dev/null; then
  if git diff --name-only "$base" HEAD | grep -qv '^content/'; then exec bash .ci/run; fi
fi
make check
make build
make setup-test BROWSER=nee
make content BROWSER=nee
