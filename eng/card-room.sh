#!/usr/bin/env bash
# Runs a command in a network with nothing but loopback and with an empty /run, so that pcscd and vpcd, whose socket and ports are fixed and which
# bind every interface, meet nobody: not the machine's own pcscd, not another run beside this one.
set -euo pipefail
PATH="$PATH:/usr/sbin:/sbin"
inside='mount -t tmpfs tmpfs /run && mkdir /run/pcscd && ip link set lo up && exec "$@"'
for way in '' --map-root-user; do
  # shellcheck disable=SC2086
  unshare $way --net --mount sh -c "$inside" card-room true 2>/dev/null && exec unshare $way --net --mount sh -c "$inside" card-room "$@"
done
echo "No card room: it takes unshare, ip, and root or user namespaces." >&2
exit 125
