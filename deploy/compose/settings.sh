#!/bin/bash
# Runs once before everything else: refuses settings that cannot work, then puts every secret where only its
# reader can read it. In development mode, the default, secrets that nobody gave are made at random on the
# first run and kept; in production mode everything must be given.
#
#   /secrets  the volume that the services read, a directory for each
#   /given    secrets as files, from the directory PAPERBOY_SECRETS_DIR
#   /mail     the volume of the development mail server
set -euo pipefail
umask 077

mode=${PAPERBOY_MODE:-development}
problems=()

problem() {
  problems+=("$1")
}

# The secret of that name as given, by file or by environment; nothing where it was not.
given() {
  local file=/given/$1 variable=$2
  if [[ -s $file ]]; then
    cat "$file"
  else
    printf '%s' "${!variable:-}"
  fi
}

random() {
  od -An -N32 -tx1 /dev/urandom | tr -d ' \n'
}

# Writes a secret for its reader alone, unless it is there already. The former of two stays beside it: links
# in mails already sent are signed with it, and the database knows no other password until it is told.
keep() {
  local file=/secrets/$1 value=$2
  if [[ -e $file ]]; then
    [[ $(cat "$file") != "$value" ]] || return 0
    case $1 in
      notify/signing-key | postgres/postgres) cp -p "$file" "$file.former" ;;
    esac
  fi
  printf '%s' "$value" >"$file.new"
  chown --reference="$(dirname "$file")" "$file.new"
  chmod 0400 "$file.new"
  mv "$file.new" "$file"
}

# name of the secret, variable, where it is kept
secrets=(
  "signing-key PAPERBOY_SECRET notify/signing-key"
  "db-postgres PAPERBOY_DB_PASSWORD_POSTGRES postgres/postgres"
  "db-ingest PAPERBOY_DB_PASSWORD_INGEST postgres/ingest,ingest/db-password"
  "db-classify PAPERBOY_DB_PASSWORD_CLASSIFY postgres/classify,classify/db-password"
  "db-notify PAPERBOY_DB_PASSWORD_NOTIFY postgres/notify,notify/db-password"
)

case $mode in
  development) ;;
  production)
    case ${PAPERBOY_PUBLIC_URL:-} in
      '') problem "PAPERBOY_PUBLIC_URL is not set: the address readers use, such as https://papers.example.org" ;;
      https://localhost* | https://127.*)
        problem "PAPERBOY_PUBLIC_URL is «$PAPERBOY_PUBLIC_URL»: links in mails must work elsewhere than on this machine"
        ;;
      https://?*) ;;
      *) problem "PAPERBOY_PUBLIC_URL is «$PAPERBOY_PUBLIC_URL»: it must begin with https://" ;;
    esac
    case ${PAPERBOY_SMTP_HOST:-} in
      '' | mailpit) problem "PAPERBOY_SMTP_HOST is not set: the mail server that takes the mails" ;;
    esac
    [[ -n ${PAPERBOY_SMTP_PORT:-} ]] ||
      problem "PAPERBOY_SMTP_PORT is not set: 587 in most places (STARTTLS), 465 with TLS from the first byte, 25 within a site"
    case ${PAPERBOY_SMTP_FROM:-} in
      *@localhost* | '') problem "PAPERBOY_SMTP_FROM is not set: the sender, such as Paperboy <paperboy@example.org>" ;;
      *?@?*.?*) ;;
      *) problem "PAPERBOY_SMTP_FROM is «$PAPERBOY_SMTP_FROM»: it must hold an address, such as Paperboy <paperboy@example.org>" ;;
    esac
    if [[ -n ${PAPERBOY_SMTP_USERNAME:-} && -z $(given smtp-password PAPERBOY_SMTP_PASSWORD) ]]; then
      problem "PAPERBOY_SMTP_USERNAME is set, but there is no password: PAPERBOY_SMTP_PASSWORD or the file smtp-password"
    fi
    for secret in "${secrets[@]}"; do
      read -r name variable _ <<<"$secret"
      value=$(given "$name" "$variable")
      if [[ -z $value ]]; then
        problem "the secret $name is missing: the file $name in PAPERBOY_SECRETS_DIR, or $variable"
      elif ((${#value} < 32)); then
        problem "the secret $name is too short: 32 characters at least, such as from: openssl rand -hex 32"
      fi
    done
    ;;
  *) problem "PAPERBOY_MODE is «$mode»; it may be development or production" ;;
esac

if ((${#problems[@]} > 0)); then
  {
    echo "Paperboy does not start in $mode mode:"
    printf '  - %s\n' "${problems[@]}"
    echo "deploy/compose/production.env explains every setting; copy it to .env and fill it in."
  } >&2
  exit 1
fi

# Numbers, because the services' images know the names and this one does not.
install -d -m 0755 /secrets
install -d -m 0700 -o postgres -g postgres /secrets/postgres
install -d -m 0700 -o 10001 -g 10000 /secrets/ingest
install -d -m 0700 -o 10002 -g 10000 /secrets/classify
install -d -m 0700 -o 10003 -g 10000 /secrets/notify
chown 10004:10000 /mail

made=0 kept=0
for secret in "${secrets[@]}"; do
  read -r name variable places <<<"$secret"
  IFS=, read -ra files <<<"$places"
  value=$(given "$name" "$variable")
  if [[ -z $value && -s /secrets/${files[0]} ]]; then
    value=$(cat "/secrets/${files[0]}")
    kept=$((kept + 1))
  elif [[ -z $value ]]; then
    value=$(random)
    made=$((made + 1))
  fi
  for file in "${files[@]}"; do
    keep "$file" "$value"
  done
done
password=$(given smtp-password PAPERBOY_SMTP_PASSWORD)
if [[ -n $password ]]; then
  keep notify/smtp-password "$password"
else
  rm -f /secrets/notify/smtp-password
fi
echo "Settings are complete ($mode mode). Secrets: $made made at random, $kept kept, $((${#secrets[@]} - made - kept)) given."
