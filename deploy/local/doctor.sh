# Looks whether this machine can run Paperboy; sourced by the paperboy script, whose functions and
# root, cwd and services it uses. Plain bash 3.2 and POSIX tools: it must run where nothing is
# installed yet. Every check prints a line, and below it the mend where one is needed.
# shellcheck shell=bash disable=SC2154

failed=()

line() { printf '  %-4s  %-8s  %s\n' "$1" "$2" "$3"; }
mend() { printf '  %-4s  %-8s  → %s\n' '' '' "$1"; }
ok() { line ok "$1" "$2"; }
note() {
  line note "$1" "$2"
  [[ -z ${3:-} ]] || mend "$3"
}
warn() {
  line warn "$1" "$2"
  mend "$3"
}
bad() {
  line FAIL "$1" "$2"
  mend "$3"
  failed+=("$1")
}

# Ends a command after some seconds; macOS has no timeout, but perl.
limited() {
  if command -v timeout >/dev/null; then
    timeout "$@"
  elif command -v perl >/dev/null; then
    perl -e 'alarm shift; exec @ARGV' "$@"
  else
    shift
    "$@"
  fi
}

# 1536000 (KiB) → 1.4 GiB
gib() { printf '%d.%d GiB' $(($1 / 1048576)) $(($1 % 1048576 * 10 / 1048576)); }

# The nearest directory on the way to a path that exists.
existing() {
  local dir=$1
  while [[ ! -e $dir ]]; do dir=$(dirname -- "$dir"); done
  printf '%s' "$dir"
}

check_system() {
  local what
  what="$(uname -s) $(uname -m), bash ${BASH_VERSION%%(*}"
  if [[ $(uname -s) != Linux || $(uname -m) != x86_64 ]] ||
    [[ -e /lib/ld-musl-x86_64.so.1 && ! -e /lib64/ld-linux-x86-64.so.2 ]]; then
    bad system "$what" "the PostgreSQL inside is for Linux on x86-64 with glibc; here use docker-compose up --build"
  elif [[ $(id -u) == 0 ]] && ! unshare -U true 2>/dev/null; then
    bad system "$what, as root" "PostgreSQL does not run as root, and unshare -U is not allowed here; run as an ordinary user"
  else
    ok system "$what"
  fi
}

check_java() {
  if look_for_jdk; then
    ok java "JDK $(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release") in $JAVA_HOME"
    return
  fi
  local found='no JDK' old
  if [[ ${#jdks_too_old[@]} -gt 0 ]]; then
    old=${jdks_too_old[0]}
    found="only JDK $(jdk_version "$old") in $old; 25 or later is needed"
  fi
  bad java "$found" "install one: https://adoptium.net (Temurin 25), or sdk install java 25-tem; in an unusual place: export JAVA_HOME"
}

check_maven() {
  local version say=bad how='Debian, Ubuntu: apt-get install maven; else https://maven.apache.org/download.cgi'
  # Without work for it, its lack keeps nobody from running what is built.
  [[ -n $(stale_modules) ]] || say=warn
  if ! command -v mvn >/dev/null; then
    $say maven "not installed; 3.8.7 or later builds Paperboy" "$how"
    return
  fi
  version=$(maven_version)
  if [[ -z $version ]]; then
    $say maven "$(command -v mvn) does not run" "it needs a JDK first; then see what mvn -v says"
  elif ! at_least 3.8.7 "$version"; then
    $say maven "$version is too old; 3.8.7 or later is needed" "$how"
  else
    ok maven "$version, $(command -v mvn)"
  fi
}

stale_modules() {
  local module
  cd -- "$root" || return
  for module in "${services[@]/%/-service}" deploy/local; do
    if stale "$module"; then printf '%s ' "$module"; fi
  done
  cd -- "$cwd" || return
}

check_build() {
  local waiting
  waiting=$(stale_modules)
  if [[ -z $waiting ]]; then
    ok build "all is built and up to date"
  elif [[ ! -w $root ]]; then
    bad build "$root cannot be written to" "chown -R $(id -un) $root"
  else
    note build "to be built: ${waiting% }" "./paperboy up does it; the first time takes minutes and fetches libraries"
  fi
}

# The number of a field of run.json, whatever its indentation.
run_field() { tr -d ' \n\r\t' <"$data/run.json" | sed -n "s/.*$1\([0-9][0-9]*\).*/\1/p"; }

# The command line of a process; nothing where there is none.
words_of() {
  if [[ -r /proc/$1/cmdline ]]; then
    tr '\0' ' ' <"/proc/$1/cmdline"
  else
    ps -o args= -p "$1" 2>/dev/null
  fi
}

# The process id of the launcher that runs in the data directory.
own_launcher() {
  [[ -r $data/run.json ]] || return 1
  local pid
  pid=$(run_field '"launcher":{"pid":')
  [[ -n $pid && $(words_of "$pid") == *dev.paperboy.local.Main* ]] || return 1
  printf '%s' "$pid"
}

# Who listens on a port, where the system tells.
listener() {
  local pid=''
  if command -v ss >/dev/null; then
    pid=$(ss -H -ltnp "sport = :$1" 2>/dev/null | sed -n 's/.*pid=\([0-9]*\).*/\1/p' | head -n 1)
  fi
  if [[ -z $pid ]] && command -v lsof >/dev/null; then
    pid=$(lsof -nP -t -iTCP:"$1" -sTCP:LISTEN 2>/dev/null | head -n 1)
  fi
  printf '%s' "$pid"
}

check_port() {
  local pid other words
  if pid=$(own_launcher); then
    ok port "Paperboy runs in $data on $(run_field '"gateway":') (process $pid)"
    return
  fi
  if ! limited 3 bash -c "exec 3<>/dev/tcp/127.0.0.1/$port" 2>/dev/null; then
    ok port "$port is free"
    return
  fi
  pid=$(listener "$port")
  words=$([[ -z $pid ]] || words_of "$pid")
  if [[ $words == *dev.paperboy.local.Main* ]]; then
    other=$(sed -n 's/.*--data[ =]\([^ ]*\).*/\1/p' <<<"$words")
    [[ -n $other ]] || other=$(sed -n 's/.*-Dpaperboy\.cwd=\([^ ]*\).*/\1\/.paperboy/p' <<<"$words")
    bad port "$port is held by another Paperboy (process $pid), in $other" \
      "./paperboy down --data $other, or another port: ./paperboy up --port $((port + 10))"
  else
    words=${words%% *}
    bad port "$port is taken by ${pid:+${words##*/}, process }${pid:-another program}" \
      "choose another: ./paperboy up --port $((port + 10))"
  fi
}

free_kib() { df -Pk -- "$1" 2>/dev/null | tail -n 1 | { read -r _ _ _ free _ && printf '%s' "$free"; }; }

check_disk() {
  local place free least=1048576 worst=ok text='' dir
  for place in "$data" "$root"; do
    dir=$(existing "$place")
    free=$(free_kib "$dir")
    [[ -n $free ]] || continue
    text+="${text:+, }$(gib "$free") free for $place"
    if ((free < least)); then
      worst=bad
    elif ((free < 3 * least)) && [[ $worst == ok ]]; then
      worst=warn
    fi
  done
  if [[ -z $text ]]; then
    note disk "df does not tell"
  elif [[ $worst == ok ]]; then
    ok disk "$text"
  else
    $worst disk "$text" "a month of arXiv and the build want 3 GiB; make room, or put the data elsewhere with --data"
  fi
}

# Memory that programs can have yet, in KiB; nothing where unknown.
free_memory() {
  local free='' dir limit used idle page
  if [[ -r /proc/meminfo ]]; then
    free=$(sed -n 's/^MemAvailable: *\([0-9]*\) kB/\1/p' /proc/meminfo)
    # A container may get less than the machine has.
    for dir in "/sys/fs/cgroup$(sed -n 's/^0:://p' /proc/self/cgroup 2>/dev/null)" /sys/fs/cgroup; do
      limit=$(cat "$dir/memory.max" 2>/dev/null)
      used=$(cat "$dir/memory.current" 2>/dev/null)
      [[ $limit =~ ^[0-9]+$ && $used =~ ^[0-9]+$ ]] || continue
      idle=$(sed -n 's/^inactive_file \([0-9]*\)$/\1/p' "$dir/memory.stat" 2>/dev/null)
      limit=$(((limit - used + ${idle:-0}) / 1024))
      if ((limit < free)); then free=$limit; fi
    done
  elif command -v vm_stat >/dev/null; then
    page=$(sysctl -n hw.pagesize)
    free=$(vm_stat | sed -n -e 's/^Pages free: *//p' -e 's/^Pages inactive: *//p' -e 's/^Pages speculative: *//p' |
      { sum=0; while read -r n; do sum=$((sum + ${n%.})); done; printf '%s' "$sum"; })
    free=$((free * page / 1024))
  fi
  printf '%s' "$free"
}

check_memory() {
  local free
  free=$(free_memory)
  if [[ -z $free ]]; then
    note memory "unknown on this system; 3 GiB free are recommended"
  elif ((free >= 3145728)); then
    ok memory "$(gib "$free") free"
  elif own_launcher >/dev/null; then
    ok memory "$(gib "$free") free beside the Paperboy that runs"
  elif ((free >= 1572864)); then
    warn memory "$(gib "$free") free; 3 GiB are recommended" "close other programs if it becomes slow"
  else
    bad memory "$(gib "$free") free; it takes about 1.5 GiB, 3 GiB are recommended" "close other programs"
  fi
}

check_docker() {
  local need='only for docker-compose up and tests on containers' version said compose=''
  if ! command -v docker >/dev/null; then
    note docker "not installed; needed $need"
    return
  fi
  if version=$(limited 5 docker compose version --short 2>/dev/null) && [[ $version == [v0-9]* ]]; then
    compose="docker compose ${version#v}"
  elif command -v docker-compose >/dev/null; then
    compose="docker-compose $(limited 5 docker-compose version --short 2>/dev/null)"
  fi
  said=$(limited 10 docker info --format '{{.ServerVersion}}' 2>&1)
  if [[ ! $said =~ ^[0-9][^[:space:]]*$ ]]; then
    if [[ $said == *'permission denied'* ]]; then
      warn docker "the daemon refuses user $(id -un); needed $need" "sudo usermod -aG docker $(id -un), then log in again"
    else
      warn docker "installed${compose:+ with $compose}, but the daemon does not answer; needed $need" \
        "start it: sudo systemctl start docker, or Docker Desktop"
    fi
  elif [[ -z $compose ]]; then
    warn docker "daemon $said, but neither docker compose nor docker-compose" \
      "Debian, Ubuntu: apt-get install docker-compose"
  else
    ok docker "daemon $said, $compose"
  fi
}

proxy() { printf '%s' "${https_proxy:-${HTTPS_PROXY:-${all_proxy:-${ALL_PROXY:-}}}}"; }

# One request, as the harvest makes them; leaves the answer's head in $scratch/head.
check_arxiv() {
  local url=${PAPERBOY_INGEST_ARXIV_SERVER:-https://oaipmh.arxiv.org/oai} code through said
  local offline='meanwhile ./paperboy up loads specimen papers, so that all can be tried'
  if [[ ${PAPERBOY_INGEST_ARXIV_ENABLED:-true} == false ]]; then
    note arxiv "switched off by PAPERBOY_INGEST_ARXIV_ENABLED"
    return
  fi
  [[ $url == */oai ]] || url=${url%/}/oai
  # A proxy's address may hold a password.
  through=$(proxy | sed 's|.*@||; s|^[a-z0-9]*://||; s|/.*||')
  through=${through:+ through the proxy $through}
  if command -v curl >/dev/null; then
    code=$(curl -sS --max-time 10 -A paperboy-doctor -D "$scratch/head" -o "$scratch/body" -w '%{http_code}' \
      "$url?verb=Identify" 2>"$scratch/said")
    said=$(sed -n '1s/^curl: ([0-9]*) //p' "$scratch/said")
  elif command -v wget >/dev/null; then
    limited 12 wget -S -T 10 -t 1 -U paperboy-doctor -O "$scratch/body" "$url?verb=Identify" 2>"$scratch/said"
    sed -n 's/^  \([A-Z].*\)/\1/p' "$scratch/said" >"$scratch/head"
    code=$(sed -n 's|^HTTP/[0-9.]* \([0-9]*\).*|\1|p' "$scratch/head" | tail -n 1)
    said=$(grep -i -m 1 -E 'fail|unable|refused|timed out' "$scratch/said")
  else
    note arxiv "not asked: neither curl nor wget is installed"
    return
  fi
  case ${code:-000} in
    200)
      if grep -q '<OAI-PMH' "$scratch/body" 2>/dev/null; then
        case $(proxy) in
          *@* | socks*)
            warn arxiv "${url%/oai} answers$through, but Paperboy only knows proxies by HTTP without a login" \
              "name such a one in https_proxy, maybe one on this machine that logs in to the other"
            ;;
          *) ok arxiv "${url%/oai} answers$through" ;;
        esac
      else
        warn arxiv "something else answers in place of ${url%/oai}$through" \
          "a login page of the network? Open $url?verb=Identify in a browser; $offline"
      fi
      ;;
    429 | 503)
      ok arxiv "${url%/oai} is there$through, and busy ($code); Paperboy waits as long as it is told to"
      ;;
    000)
      warn arxiv "${url%/oai} cannot be reached$through: ${said:-no answer}" \
        "let HTTPS out to it, or set https_proxy=http://HOST:PORT; $offline"
      ;;
    407)
      warn arxiv "the proxy wants a login$through" "name one in https_proxy that wants none, maybe one on this machine that logs in to the other; $offline"
      ;;
    *)
      warn arxiv "${url%/oai} answers $code$through" "try again later; $offline"
      ;;
  esac
}

check_smtp() {
  local host=${PAPERBOY_SMTP_HOST:-} smtp_port=${PAPERBOY_SMTP_PORT:-25} said
  if [[ -z $host ]]; then
    ok smtp "mail goes to the local inbox, /inbox on the site; PAPERBOY_SMTP_HOST would name a real server"
    return
  fi
  if [[ ! $smtp_port =~ ^[0-9]+$ ]]; then
    bad smtp "PAPERBOY_SMTP_PORT is «$smtp_port»" "set a number: 587 with STARTTLS, 465 with TLS, 25 within a site"
    return
  fi
  if [[ $smtp_port == 465 ]] && command -v openssl >/dev/null; then
    said=$(printf 'QUIT\r\n' | limited 10 openssl s_client -quiet -connect "$host:465" -servername "$host" 2>/dev/null | head -n 1)
    said=${said:-no greeting over TLS}
  else
    # shellcheck disable=SC2016
    said=$(limited 10 bash -c 'exec 3<>"/dev/tcp/$0/$1" || exit
      IFS= read -r -t 8 greeting <&3; printf "QUIT\r\n" >&3; printf "%s" "${greeting:-no greeting}"' \
      "$host" "$smtp_port" 2>&1 | tail -n 1 | sed 's/.*[Ll]ine [0-9]*: //')
  fi
  said=$(tr -d '\000-\037' <<<"${said:-no answer in 10 s}")
  if [[ $said == 220* ]]; then
    ok smtp "$host:$smtp_port greets with «$said»; ./paperboy mail test ADDRESS tries the rest"
  else
    bad smtp "$host:$smtp_port: $said" "check PAPERBOY_SMTP_HOST and PAPERBOY_SMTP_PORT (587, 465 or 25) and the firewall; unset both for the local inbox"
  fi
}

# The kind of the file system that a directory is on; nothing where unknown.
filesystem() {
  if [[ $(uname -s) == Linux ]]; then
    df -PT -- "$1" 2>/dev/null | tail -n 1 | { read -r _ kind _ && printf '%s' "$kind"; }
  else
    mount | sed -n "s|.* on $(df -P -- "$1" | tail -n 1 | sed 's|.*% *||') (\([a-z0-9]*\).*|\1|p"
  fi
}

check_data() {
  local dir kind state mode
  dir=$(existing "$data")
  kind=$(filesystem "$dir")
  state="$data${kind:+ ($kind)}"
  if [[ ! -d $dir ]]; then
    bad data "$dir is a file" "choose another place: --data DIR"
    return
  elif [[ $dir == "$data" && ! -O $data ]]; then
    bad data "$state belongs to somebody else" "chown -R $(id -un) $data, or choose another place: --data DIR"
    return
  elif [[ ! -w $dir || ! -x $dir ]]; then
    bad data "$dir cannot be written to" "chmod u+rwx $dir, or choose another place: --data DIR"
    return
  fi
  if [[ $dir == "$data" ]]; then
    mode=$(ls -ld -- "$data" | cut -c 2-10)
    [[ $mode == rwx------ ]] || state+=", mode $mode, which up narrows to rwx------"
  else
    state+=", which up creates"
  fi
  case $kind in
    nfs* | cifs | smb* | afpfs | fuse.sshfs | sshfs | webdav | 9p | afs | ceph | glusterfs | fuse.glusterfs)
      warn data "$state is on a network" "a database there is slow and can break; --data DIR with a local directory"
      ;;
    tmpfs | ramfs)
      warn data "$state is in memory only" "it is gone at the next restart; --data DIR with a directory on a disk"
      ;;
    *)
      if [[ $data == /tmp/* || $data == /var/tmp/* || $data == /private/tmp/* ]]; then
        warn data "$state" "systems clean /tmp by themselves; to keep the data: --data DIR elsewhere"
      else
        ok data "$state"
      fi
      ;;
  esac
}

# Seconds since 1970 of an HTTP date; nothing where it is none.
http_seconds() {
  LC_ALL=C date -u -d "$1" +%s 2>/dev/null || LC_ALL=C date -j -u -f '%a, %d %b %Y %H:%M:%S GMT' "$1" +%s 2>/dev/null
}

check_clock() {
  local now zone there='' date written
  now=$(date +%s)
  zone=$(date '+%Y-%m-%d %H:%M %Z (UTC%z)')
  date=$(tr -d '\r' 2>/dev/null <"$scratch/head" | sed -n 's/^[Dd]ate: //p' | tail -n 1)
  [[ -z $date ]] || there=$(http_seconds "$date")
  written=$(git -C "$root" log -1 --format=%ct 2>/dev/null)
  if [[ -n $there ]] && ((now - there > 120 || there - now > 120)); then
    warn clock "$zone is $((now > there ? now - there : there - now)) s off the clock of arXiv" \
      "set it: sudo timedatectl set-ntp true; days and links that expire go by it"
  elif ((now < ${written:-1735689600})); then
    warn clock "$zone is before these sources were written" "set it: sudo timedatectl set-ntp true"
  elif [[ -n ${TZ:-} && $TZ == [A-Z]*/* && -d /usr/share/zoneinfo && ! -e /usr/share/zoneinfo/${TZ#:} ]]; then
    warn clock "the time zone TZ=$TZ is unknown here" "export TZ=Europe/Berlin, or unset TZ"
  else
    ok clock "$zone; readers get mail by the zone each of them chose"
  fi
}

check_browser() {
  local program=/usr/bin/chromium
  if [[ -x $program ]]; then
    ok browser "$program, for the browser tests"
  else
    note browser "no $program; only the browser tests need it"
  fi
}

check_locale() {
  local set=${LC_ALL:-${LC_CTYPE:-${LANG:-}}}
  case $set in
    *[Uu][Tt][Ff]-8 | *[Uu][Tt][Ff]8) ok locale "$set" ;;
    *) warn locale "${set:-none set}, not UTF-8; names and quotes may look wrong here" "export LC_ALL=C.UTF-8" ;;
  esac
}

doctor() {
  local data=$cwd/.paperboy port=8080 scratch option
  while (($# > 0)); do
    option=$1
    case $option in
      --data=* | --port=*) set -- "${option%%=*}" "${option#*=}" "${@:2}" ;;
    esac
    case $1 in
      --data | --port) (($# > 1)) || wrong "$1 wants a value" ;;
      *) wrong "doctor has no option «$option»" ;;
    esac
    case $1 in
      --data) data=$2 ;;
      --port) port=$2 ;;
    esac
    shift 2
  done
  [[ $port =~ ^[1-9][0-9]{0,4}$ ]] && ((port <= 65535)) || wrong "--port wants a number from 1 to 65535, not «$port»"
  [[ $data == /* ]] || data=$cwd/$data
  # Checks fail, that is their work.
  set +e
  # Written by the request to arXiv, read by others.
  scratch=$(mktemp -d "${TMPDIR:-/tmp}/paperboy-doctor.XXXXXX") || fail "no temporary directory can be made in ${TMPDIR:-/tmp}"
  : >"$scratch/head"
  # shellcheck disable=SC2064
  trap "rm -rf -- '$scratch'" EXIT
  for option in system java maven build port disk memory data arxiv smtp clock locale docker browser; do
    check_"$option"
  done
  echo
  if ((${#failed[@]} == 0)); then
    echo "./paperboy up can run here."
    return 0
  fi
  echo "Not yet: ${failed[*]}. Mend what says FAIL, then ./paperboy doctor again."
  if [[ " ${failed[*]} " == *' java '* || " ${failed[*]} " == *' maven '* ]] && command -v docker >/dev/null; then
    echo "With Docker alone, docker-compose up --build needs neither Java nor Maven."
  fi
  return 1
}
