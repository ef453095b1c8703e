#!/bin/bash
# Speaks to the management port of the service in this container, which listens on loopback only:
#   docker-compose exec ingest manage GET /internal/status
#   docker-compose exec notify manage POST '/internal/digest?date=2026-05-12'
# Prints the answer; ends with 0 for a status 2xx, with 1 for any other, with 2 where nothing answers.
set -u

if (($# != 2)); then
  echo "manage METHOD PATH, for example: manage GET /q/health" >&2
  exit 2
fi
if ! exec 3<>"/dev/tcp/127.0.0.1/$MANAGEMENT_PORT"; then
  echo "nothing listens on the management port $MANAGEMENT_PORT yet" >&2
  exit 2
fi
printf '%s %s HTTP/1.0\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n' "$1" "$2" >&3
IFS= read -r status <&3 || exit 2
while IFS= read -r header <&3 && [[ $header != $'\r' ]]; do :; done
cat <&3
echo
[[ $status == HTTP/1.?\ 2* ]]
