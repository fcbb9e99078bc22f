#!/usr/bin/env bash
# Pins and hashes every package, without the addresses of registries: `make lock` adds what is new and keeps the rest as it is,
# `make lock UPGRADE=1` takes newer versions. Run it with the oldest Python that must work (3.11.2, of Debian 12): a newer one
# may choose packages that this one cannot install.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -x .venv-slot/bin/pip-compile ] || { "${PYTHON:-/usr/bin/python3}" -m venv .venv-slot && .venv-slot/bin/pip install -q pip-tools; }
for name in site dev night teacher; do
  .venv-slot/bin/pip-compile --quiet ${UPGRADE:+--upgrade} --generate-hashes --strip-extras --allow-unsafe --no-header --no-annotate \
    --no-emit-index-url --no-emit-trusted-host --no-emit-find-links "requirements/$name.in" -o "requirements/$name.txt"
done
npm install --package-lock-only --ignore-scripts
