#!/usr/bin/env bash
# Sets up what the site needs ("site") or what its tests need ("test"). Safe to run again; installs only what is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }

# Installs Debian packages where that is possible; else says in one line what to install.
system_packages() {
  local sudo=""
  if [ "$(id -u)" != 0 ]; then
    if sudo -n true 2>/dev/null; then sudo="sudo"; else
      echo "Installeer eerst: sudo apt-get install $*" >&2
      exit 1
    fi
  fi
  if ! command -v apt-get >/dev/null; then
    echo "Installeer eerst, met het programma van uw systeem: $*" >&2
    exit 1
  fi
  say "Installeren: $*"
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

site() {
  local python=""
  for python in python3 python3.13 python3.12 python3.11; do
    if command -v "$python" >/dev/null && new_enough "$python"; then break; fi
    python=""
  done
  [ -n "$python" ] || { echo "Installeer eerst Python 3.11 of nieuwer." >&2; exit 1; }
  "$python" -c 'import ensurepip, venv' 2>/dev/null || system_packages python3-venv
  [ -e .venv/site.done ] || rm -rf .venv # a setup that was cut off, perhaps with another Python
  [ -x .venv/bin/python ] || "$python" -m venv .venv
  say "Pakketten van de site"
  .venv/bin/python -m pip install -q --require-hashes --no-deps -r requirements/site.txt
  library
  # The flyers need Pango. Without it everything else still works, so a failure here stops nothing.
  .venv/bin/python -c 'import weasyprint' 2>/dev/null \
    || (system_packages libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0) || say "Verder zonder PDF's."
  touch .venv/site.done
}

# Unpacks the library that draws QR codes in the browser into .venv. Without it everything else still works.
library() {
  local file=share/nodejs/qrcode-generator/qrcode.js folder
  [ ! -e ".venv/$file" ] && [ ! -e "/usr/$file" ] || return 0
  command -v apt-get >/dev/null || { say "Verder zonder QR-code op het scherm: qrcode-generator is er niet."; return 0; }
  say "Uitpakken: qrcode-generator"
  folder=$(mktemp -d)
  { [ "$(id -u)" = 0 ] && apt-get update -qq || sudo -n apt-get update -qq; } >/dev/null 2>&1 || true
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
  local name
  mkdir -p .cache/servers
  { [ "$(id -u)" = 0 ] && apt-get update -qq || sudo -n apt-get update -qq; } >/dev/null 2>&1 || true
  for name in "$@"; do
    (cd .cache/servers && apt-get download -qq "$name" && dpkg -x "$name"_*.deb .) >/dev/null 2>&1 || true
  done
}

tests() {
  command -v zbarimg >/dev/null && command -v pdftoppm >/dev/null || system_packages zbar-tools poppler-utils
  servers
  command -v "${CHROMIUM_BIN:-chromium}" >/dev/null || system_packages chromium
  command -v npm >/dev/null || system_packages nodejs npm
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
