#!/usr/bin/env bash
# Builds once, runs every test, and ends with one line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

install_missing() {
  local missing=()
  command -v openssl >/dev/null || missing+=(openssl)
  command -v ocsptool >/dev/null || missing+=(gnutls-bin)
  command -v javac >/dev/null || missing+=(default-jdk-headless)
  command -v git >/dev/null || missing+=(git)
  PATH="$PATH:/usr/sbin" command -v pcscd >/dev/null || missing+=(pcscd)
  [ -e /etc/reader.conf.d/vpcd ] || missing+=(vsmartcard-vpcd)
  command -v opensc-tool >/dev/null || missing+=(opensc)
  command -v ssh-keygen >/dev/null || missing+=(openssh-client)
  PATH="$PATH:/usr/sbin:/sbin" command -v ip >/dev/null || missing+=(iproute2)
  command -v unshare >/dev/null || missing+=(util-linux)
  # The shell has a kill of its own; the tests start the program.
  type -P kill >/dev/null || missing+=(procps)
  type -P xmlsec1 >/dev/null || missing+=(xmlsec1)
  type -P pdfsig >/dev/null || missing+=(poppler-utils)
  type -P certutil >/dev/null || missing+=(libnss3-tools)
  type -P chromium >/dev/null || missing+=(chromium)
  # Without a Japanese font the browser's pictures show boxes.
  [ -n "$(fc-list :lang=ja family 2>/dev/null)" ] || missing+=(fontconfig fonts-noto-cjk)
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "Not installed, their tests are skipped: ${missing[*]}"
    [ "${CI:-}" != true ]
    return
  fi
  echo "Installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  # The tests start a server of their own; the distribution's default one stays away.
  mkdir -p /etc/postgresql-common && [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null && return 0
  echo "Could not install ${missing[*]}" >&2
  [ "${CI:-}" != true ]
}

# Adds up one figure of the closing line that each test project prints.
count() {
  sed -n "s/^.*! *- .*$1: *\([0-9][0-9]*\),.*/\1/p" "$log" | awk '{ n += $1 } END { print n + 0 }'
}

log=artifacts/test.log
mkdir -p artifacts
install_missing || { echo "0 passed, 1 failed"; exit 1; }
dotnet build MyNumber.Sdk.sln -c Release -v q --nologo -m:2 -nodeReuse:false -p:UseSharedCompilation=false || { echo "0 passed, 1 failed"; exit 1; }
PCSC_TESTS=apart dotnet test MyNumber.Sdk.sln -c Release --no-build --nologo -m:2 -nodeReuse:false --blame-hang-timeout 10m 2>&1 | tee "$log"
status=${PIPESTATUS[0]}

# Where no card room can be made these tests skip themselves and say so; with CI=true they fail.
room=(eng/card-room.sh)
"${room[@]}" true || room=()
"${room[@]}" dotnet test tests/PcscTests -c Release --no-build --nologo -nodeReuse:false --blame-hang-timeout 5m 2>&1 | tee -a "$log"
pcsc=${PIPESTATUS[0]}
[ "$status" -eq 0 ] && status=$pcsc

passed=$(count Passed)
failed=$(count Failed)
skipped=$(count Skipped)
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
  echo "The test run ended with code $status, though no test reported a failure." >&2
  failed=1
fi
told=$(grep -c '^\(Passed\|Failed\|Skipped\)! ' "$log")
projects=$(ls -d tests/*Tests | wc -l)
if [ "$told" -ne "$projects" ]; then
  echo "$projects test projects, but $told of them told a count." >&2
  failed=$((failed + 1))
fi
if [ $((passed + failed)) -eq 0 ]; then
  echo "No test ran." >&2
  status=1
fi
[ "$failed" -gt 0 ] && [ "$status" -eq 0 ] && status=1
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
