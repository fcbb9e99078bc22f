#!/usr/bin/env bash
# The two commands of README.md on machines that have nothing: `make fresh`. Makes bare Debians with debootstrap in a scratch
# folder, and in each, with an emptied environment and a clone of what is committed here, does what a person would do.
#
#   kaal      Debian 12, as root: `make site`, until the site answers
#   trixie    Debian 13, with its Python 3.13: the same
#   pango     Debian 12, as somebody who may install nothing, with Pango and without HarfBuzz-Subset: `make build`
#   test      Debian 12, as root, without git: `make test` without the browser, without counting lines, and with fewer examples
#
# Needs root and debootstrap. Where it cannot run it says so in one line and stops nothing. `scripts/fresh.sh kaal test` does some.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
port=8765

skip() { echo "make fresh: overgeslagen, $*."; exit 0; }
say() { printf '\033[1m%s\033[0m\n' "fresh: $*" >&2; }

[ "$(id -u)" = 0 ] || skip "dit kan alleen als beheerder (root)"
if ! command -v debootstrap >/dev/null; then
  command -v apt-get >/dev/null || skip "debootstrap is er niet"
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends debootstrap; } >/dev/null 2>&1 \
    || skip "debootstrap is er niet en kan niet worden geïnstalleerd"
fi
scratch=$(mktemp -d -t wijzer-fresh-XXXXXX)
chmod 755 "$scratch"
mounted=()
clean() {
  local one
  set +e
  for one in "${mounted[@]}"; do umount -l "$one" 2>/dev/null || true; done
  rm -rf --one-file-system "$scratch"
}
trap clean EXIT
trap "exit 130" INT TERM HUP

# Makes a bare system of a Debian release, once, and copies it to a new root.
system() {
  local suite=$1 root=$2
  if [ ! -d "$scratch/$suite" ]; then
    say "kale Debian ($suite)"
    debootstrap --variant=minbase "$suite" "$scratch/$suite" >"$scratch/$suite.log" 2>&1 \
      || { tail -5 "$scratch/$suite.log" >&2; skip "van Debian $suite is geen kaal systeem te maken"; }
    machine "$scratch/$suite"
  fi
  cp -a "$scratch/$suite" "$root"
  mkdir -p "$root/proc" "$root/dev/shm"
  if mount -t proc proc "$root/proc" 2>/dev/null; then mounted+=("$root/proc"); fi
  if mount -t tmpfs tmpfs "$root/dev/shm" 2>/dev/null; then mounted+=("$root/dev/shm"); fi
}

# How this machine reaches its registries is a matter of the machine, not of the project: names, certificates, pip and npm.
machine() {
  local root=$1 file
  cp -L /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
  for file in /etc/hosts /etc/pip.conf /etc/npmrc /etc/ssl/certs/ca-certificates.crt /etc/apt/apt.conf.d/*proxy*; do
    if [ -f "$file" ]; then mkdir -p "$root$(dirname "$file")" && cp -L "$file" "$root$file"; fi
  done
  # What every Debian that people use has, or what the README asks for.
  inside "$root" root "apt-get update -qq && apt-get install -y -qq --no-install-recommends ca-certificates make python3 >/dev/null" \
    >"$scratch/machine.log" 2>&1 || { tail -5 "$scratch/machine.log" >&2; skip "in het kale systeem is niets te installeren"; }
  if [ -f /etc/ssl/certs/ca-certificates.crt ]; then
    cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
  fi
}

# Runs a line in a root as somebody, with an emptied environment.
inside() {
  local root=$1 who=$2 line=$3 home=/root
  [ "$who" = root ] || home=/home/$who
  chroot "$root" /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME="$home" \
    DEBIAN_FRONTEND=noninteractive su "$who" -s /bin/bash -c "cd /wijzer 2>/dev/null; $line"
}

clone() {
  local root=$1
  if [ -d "$project/.git" ] && command -v git >/dev/null; then git clone -q --no-hardlinks "$project" "$root/wijzer"; else
    mkdir "$root/wijzer"
    tar -C "$project" --exclude=./.venv --exclude=./node_modules --exclude=./.cache --exclude=./site -cf - . | tar -C "$root/wijzer" -xf -
  fi
}

failed() { echo "make fresh: $1 mislukt: $2" >&2; tail -40 "$scratch/$1.log" >&2; exit 1; }

# Serves the site and asks it for pages, as `make site` promises.
site_answers() {
  local name=$1 suite=$2 root="$scratch/root-$1" running tries=0
  system "$suite" "$root"
  clone "$root"
  say "$name: make site"
  inside "$root" root "PORT=$port make site" >"$scratch/$name.log" 2>&1 &
  running=$!
  until python3 -c "import urllib.request as u; assert b'</html>' in u.urlopen('http://127.0.0.1:$port/zoeken/').read()" 2>/dev/null; do
    kill -0 "$running" 2>/dev/null || failed "$name" "make site is gestopt"
    tries=$((tries + 1))
    [ "$tries" -lt 900 ] || failed "$name" "de site antwoordt niet"
    sleep 1
  done
  pkill -f "generator serve --port $port" || true
  wait "$running" 2>/dev/null || true
  [ -s "$root/wijzer/site/welzijn-op-recept/flyer.pdf" ] || failed "$name" "er is geen papier"
  ! grep -E "Traceback|WeasyPrint could not|Let op:" "$scratch/$name.log" || failed "$name" "er staat iets in wat niemand moet lezen"
  port=$((port + 1))
}

kaal() { site_answers kaal bookworm; }
trixie() { site_answers trixie trixie; }

pango() {
  local root="$scratch/root-pango"
  system bookworm "$root"
  inside "$root" root "apt-get install -y -qq --no-install-recommends python3-venv libpango-1.0-0 libpangoft2-1.0-0 >/dev/null \
    && ! dpkg -s libharfbuzz-subset0 >/dev/null 2>&1 && useradd -m iemand" >"$scratch/pango.log" 2>&1 || failed pango "klaarzetten"
  clone "$root"
  inside "$root" root "chown -R iemand /wijzer"
  say "pango: make build, zonder HarfBuzz-Subset en zonder beheerder te zijn"
  inside "$root" iemand "make build" >"$scratch/pango.log" 2>&1 || failed pango "make build"
  [ -s "$root/wijzer/site/index.html" ] || failed pango "er is geen site"
  [ "$(grep -c "HarfBuzz-Subset ontbreekt" "$scratch/pango.log")" -le 2 ] || failed pango "te veel regels"
  grep -q "Let op: HarfBuzz-Subset ontbreekt" "$scratch/pango.log" || failed pango "niemand zegt dat er iets ontbreekt"
  ! grep -E "Traceback|WeasyPrint could not" "$scratch/pango.log" || failed pango "er staat iets in wat niemand moet lezen"
}

test() {
  local root="$scratch/root-test"
  system bookworm "$root"
  clone "$root"
  rm -rf "$root/wijzer/.git"
  say "test: make test, zonder browser en zonder git"
  inside "$root" root "BROWSER=nee DEKKING=nee HYPOTHESIS_PROFILE=quick make test" >"$scratch/test.log" 2>&1 || failed test "make test"
  grep -E " passed" "$scratch/test.log" | tail -1
}

for one in ${*:-kaal pango trixie test}; do
  SECONDS=0
  "$one"
  say "$one: goed, na $SECONDS s"
done
echo "make fresh: goed."
