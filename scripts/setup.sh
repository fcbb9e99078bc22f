#!/usr/bin/env bash
# Sets up what the site needs ("site") or what its tests need ("test"). Safe to run again; installs only what is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }

# Tells which command can install Debian packages here, or fails.
as_admin() {
  command -v apt-get >/dev/null || return 1
  if [ "$(id -u)" = 0 ]; then echo ""; elif sudo -n true 2>/dev/null; then echo sudo; else return 1; fi
}

# Installs Debian packages where that is possible; else says in one line what to install, and fails.
system_packages() {
  local sudo
  if ! sudo=$(as_admin); then
    if command -v apt-get >/dev/null; then echo "Installeer eerst: sudo apt-get install $*" >&2; else
      echo "Installeer eerst, met het programma van uw systeem: $*" >&2
    fi
    return 1
  fi
  say "Installeren: $*"
  $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

site() {
  local python=""
  for python in python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$python" >/dev/null && new_enough "$python"; then break; fi
    python=""
  done
  [ -n "$python" ] || { echo "Installeer eerst Python 3.11 of nieuwer." >&2; exit 1; }
  "$python" -c 'import ensurepip, venv' 2>/dev/null || system_packages python3-venv
  # What a setup left that was cut off, or whose Python is gone since the system was upgraded, is made anew.
  { [ -e .venv/site.done ] && .venv/bin/python -c '' 2>/dev/null; } || rm -rf .venv
  [ -x .venv/bin/python ] || "$python" -m venv .venv
  say "Pakketten van de site"
  .venv/bin/python -m pip install -q --require-hashes --no-deps -r requirements/site.txt
  library
  paper
  touch .venv/site.done
}

# Prints a line on paper, as a build does; what that needs of the system is installed where that is possible. Without it
# everything else still works, so a failure here stops nothing.
paper() {
  local why
  why=$(proof) && return 0
  system_packages libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 || true
  why=$(proof) || say "Let op: ${why}"
}

proof() {
  .venv/bin/python - <<'PYTHON'
import sys
from pathlib import Path

from generator.write.sheets import probe

found = probe(Path("site_overrides/assets"))
print(found.why_not or found.less)
sys.exit(bool(found.why_not or found.less))
PYTHON
}

# Unpacks the library that draws QR codes in the browser into .venv. Without it everything else still works.
library() {
  local file=share/nodejs/qrcode-generator/qrcode.js folder sudo
  [ ! -e ".venv/$file" ] && [ ! -e "/usr/$file" ] || return 0
  command -v apt-get >/dev/null || { say "Verder zonder QR-code op het scherm: qrcode-generator is er niet."; return 0; }
  say "Uitpakken: qrcode-generator"
  folder=$(mktemp -d)
  if sudo=$(as_admin); then $sudo apt-get update -qq >/dev/null 2>&1 || true; fi
  chmod 755 "$folder"
  (cd "$folder" && apt-get download -qq node-qrcode-generator && dpkg -x node-qrcode-generator_*.deb x) >/dev/null 2>&1 \
    && mkdir -p "$(dirname ".venv/$file")" && cp "$folder/x/usr/$file" ".venv/$file" \
    && cp "$folder/x/usr/share/doc/node-qrcode-generator/copyright" "$(dirname ".venv/$file")/" \
    || say "Verder zonder QR-code op het scherm."
  rm -rf "$folder"
}

# Unpacks web servers in .cache/servers without installing them: nothing starts on this machine.
servers() {
  local folder=.cache/servers
  command -v nginx >/dev/null || [ -n "$(find $folder -path '*/sbin/nginx' 2>/dev/null)" ] || unpack nginx nginx-light nginx-core
  command -v caddy >/dev/null || [ -n "$(find $folder -path '*/bin/caddy' 2>/dev/null)" ] || unpack caddy
}

unpack() {
  command -v apt-get >/dev/null || { echo "Niet gevonden: $1. Zonder dit programma gaan enkele tests niet." >&2; return 0; }
  say "Uitpakken: $1"
  local name sudo
  mkdir -p .cache/servers
  if sudo=$(as_admin); then $sudo apt-get update -qq >/dev/null 2>&1 || true; fi
  for name in "$@"; do
    (cd .cache/servers && apt-get download -qq "$name" && dpkg -x "$name"_*.deb .) >/dev/null 2>&1 || true
  done
}

tests() {
  command -v zbarimg >/dev/null && command -v pdftoppm >/dev/null || system_packages zbar-tools poppler-utils
  servers
  [ "${BROWSER:-}" = nee ] || command -v "${CHROMIUM_BIN:-chromium}" >/dev/null || system_packages chromium
  [ "${BROWSER:-}" = nee ] || command -v firefox-esr >/dev/null || command -v firefox >/dev/null || system_packages firefox-esr \
    || say "Verder zonder Firefox: de tests daarin worden overgeslagen."
  command -v npm >/dev/null || system_packages nodejs npm
  command -v git >/dev/null || system_packages git # the tests of what happens to a proposal make repositories
  say "Pakketten van de tests"
  .venv/bin/python -m pip install -q --require-hashes --no-deps -r requirements/dev.txt
  # Not `npm ci`: the lock holds the parts for Linux only, and `ci` wants those of every system.
  npm install --no-save --ignore-scripts --no-fund --no-audit --loglevel=error >/dev/null
  touch .venv/test.done
}

case "${1:-}" in
  site) site ;;
  test) tests ;;
  *) echo "gebruik: scripts/setup.sh site|test" >&2; exit 2 ;;
esac
