#!/bin/sh
# Starts a service. A setting X may come as X_FILE, the name of a file that holds it: so secrets are not
# among the container's settings, which everybody with access to Docker can list.
set -eu

for name in PAPERBOY_DB_PASSWORD PAPERBOY_SECRET PAPERBOY_SECRET_FORMER PAPERBOY_SMTP_PASSWORD; do
  eval "file=\${${name}_FILE:-}"
  if [ -n "$file" ] && [ -e "$file" ]; then
    value=$(cat "$file")
    export "$name=$value"
  fi
done

export PAPERBOY_PUBLIC_URL="${PAPERBOY_PUBLIC_URL:-http://localhost:${PAPERBOY_PORT:-8080}}"

# Unquoted: JAVA_OPTS holds many words. After an OutOfMemoryError a fresh start is better than a half-dead JVM.
exec java $JAVA_OPTS -XX:+ExitOnOutOfMemoryError -jar /app/quarkus-run.jar "$@"
