#!/bin/bash
# Runs before the services, at each start: brings roles, schemas and passwords into the state that
# provision.sql describes. Needs a server that accepts connections.
set -euo pipefail

connect() {
  PGPASSWORD=$(cat "$1") psql -X -q -v ON_ERROR_STOP=1 -h postgres -U postgres -d paperboy "${@:2}"
}

current=/secrets/postgres/postgres
if ! connect "$current" -c 'SELECT 1' >/dev/null 2>&1; then
  # The administrator's password was changed: the server still knows the one before.
  if [[ -e $current.former ]] && connect "$current.former" -c 'SELECT 1' >/dev/null 2>&1; then
    connect "$current.former" -f - <<'SQL'
\set password `cat /secrets/postgres/postgres`
ALTER ROLE postgres PASSWORD :'password';
SQL
  else
    {
      echo "The database does not know the password of its role postgres. Its volume was made with another one:"
      echo "give that as the secret db-postgres, or, if nothing in it matters, remove all volumes with"
      echo "docker-compose down --volumes."
      connect "$current" -c 'SELECT 1' 2>&1 >/dev/null || true
    } >&2
    exit 1
  fi
fi
connect "$current" -o /dev/null -f /paperboy/database.psql
echo "Roles and schemas are in place."
