#!/usr/bin/env bash
# Pins and hashes every package, without the addresses of registries: `make lock` adds what is new and keeps the rest as it is,
# `make lock UPGRADE=1` takes newer versions. Run it with the oldest Python that must work (3.11.2, of Debian 12): a newer one
# may choose packages that this one cannot install.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -x .venv-slot/bin/pip-compile ] || { "${PYTHON:-/usr/bin/python3}" -m venv .venv-slot && .venv-slot/bin/pip install -q pip-tools; }
# What is needed stands in pyproject.toml alone; what is installed beside the site takes the site's own versions.
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT
for name in site dev night teacher; do
  .venv-slot/bin/python - "$name" >"$folder/$name.in" <<'PYTHON'
import sys
import tomllib
from pathlib import Path

found = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
name = sys.argv[1]
lines = found["project"]["dependencies"] if name == "site" else found["dependency-groups"][name]
print(*lines, *(["-c " + str(Path("requirements/site.txt").resolve())] if name == "dev" else []), sep="\n")
PYTHON
  .venv-slot/bin/pip-compile --quiet ${UPGRADE:+--upgrade} --generate-hashes --strip-extras --allow-unsafe --no-header --no-annotate \
    --no-emit-index-url --no-emit-trusted-host --no-emit-find-links "$folder/$name.in" -o "requirements/$name.txt"
done
npm install --package-lock-only --ignore-scripts
