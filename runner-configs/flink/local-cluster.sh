#!/usr/bin/env bash
# A real standalone Flink cluster on this machine, for anyone without a Flink distribution: one JobManager and two
# TaskManagers, each a JVM of its own, on loopback, from Maven artifacts, with the settings of session-1.18 or session-1.19.
#
#   runner-configs/flink/local-cluster.sh start    starts what does not run yet; nothing when all of it does
#   runner-configs/flink/local-cluster.sh status   says what runs; exit code 0 when all of it does
#   runner-configs/flink/local-cluster.sh stop     stops what runs
#
#   --flink=1.18          or 1.19, the version the project is built for
#   --dir=DIR             where its libraries, logs, pids and temporary files are; default target/flink-VERSION
#   --rest-port=8081      where the REST endpoint and the web UI listen: ./embeam ... --flinkMaster=127.0.0.1:8081
#   --rpc-port=6123       where TaskManagers report
#   --task-managers=2     how many
#   --slots=2             slots of each
#
# JAVA_HOME: which Java to run with (17). Needs the network only the first time, to fetch the artifacts.
set -euo pipefail

here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
root=$(cd "$here/../.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
flink=1.18
dir=
rest_port=8081
rpc_port=6123
task_managers=2
slots=2

fail() {
  echo "local-cluster: $*" >&2
  exit 2
}

read_flags() {
  local flag
  for flag in "$@"; do
    case $flag in
      --flink=1.18 | --flink=1.19) flink=${flag#*=} ;;
      --flink=*) fail "--flink is \"${flag#*=}\"; expected 1.18 or 1.19" ;;
      --dir=?*) dir=${flag#*=} ;;
      --rest-port=* | --rpc-port=* | --task-managers=* | --slots=*)
        [[ ${flag#*=} =~ ^[1-9][0-9]{0,4}$ ]] || fail "${flag%%=*} is \"${flag#*=}\"; expected a number"
        local name=${flag%%=*}
        name=${name#--}
        printf -v "${name//-/_}" %s "${flag#*=}"
        ;;
      *) fail "there is no flag \"$flag\"; expected those at the top of ${BASH_SOURCE[0]}" ;;
    esac
  done
  dir=${dir:-$root/target/flink-$flink}
  mkdir -p "$dir" 2>/dev/null || fail "cannot make the folder $dir; choose another one with --dir"
  dir=$(cd "$dir" && pwd)
}

# --- processes -------------------------------------------------------------------------------------------------------------

processes() {
  echo jobmanager
  workers
}

workers() {
  local i
  for ((i = 1; i <= task_managers; i++)); do echo "taskmanager-$i"; done
}

pid_of() { # of a process that runs; a pid that another program has got by now is not ours
  local pid
  pid=$(cat "$dir/$1.pid" 2>/dev/null) || return 1
  kill -0 "$pid" 2>/dev/null && command_line "$pid" | grep -qF -- "$dir/log/$1.log" && echo "$pid"
}

command_line() {
  if [ -r "/proc/$1/cmdline" ]; then tr '\0' ' ' <"/proc/$1/cmdline"; else ps -p "$1" -o args=; fi
}

launch() { # name, JVM flags in an array, then class and arguments
  local name=$1
  shift
  # The shell that called this may end; the cluster stays.
  nohup "$java" "$@" >"$dir/log/$name.out" 2>&1 </dev/null &
  echo $! >"$dir/$name.pid"
}

# --- libraries and settings ------------------------------------------------------------------------------------------------

fetch_libraries() {
  local complete="$dir/lib/.complete-$flink" profile=()
  [ -f "$complete" ] && [ "$complete" -nt "$root/pom.xml" ] && [ "$complete" -nt "$here/local-cluster-pom.xml" ] && return
  command -v mvn >/dev/null || fail "there is no Maven to fetch Flink $flink with; expected mvn on the PATH"
  echo "local-cluster: fetching Flink $flink ..." >&2
  rm -rf "${dir:?}/lib"
  [ "$flink" = 1.18 ] || profile=(-P "flink-$flink")
  local copy=(mvn -q -B -Dstyle.color=never "${profile[@]}" -f "$here/local-cluster-pom.xml" dependency:copy-dependencies
    -DincludeScope=runtime -DoutputDirectory="$dir/lib")
  # Without network first: faster, and enough once the artifacts are in the local repository.
  "${copy[@]}" -o >"$dir/log/maven.log" 2>&1 || "${copy[@]}" >"$dir/log/maven.log" 2>&1 ||
    fail "Maven could not fetch Flink $flink; see $dir/log/maven.log"
  touch "$complete"
}

ask_flink() { # runs the helper of Flink's own scripts; it marks the lines of its answer
  local answer
  answer=$("$java" -cp "$dir/lib/*" org.apache.flink.runtime.util.bash.BashJavaUtils "$@" 2>"$dir/log/settings.err") ||
    fail "Flink does not understand the settings in $conf: $(tail -n 1 "$dir/log/settings.err"); see $dir/log/settings.err"
  sed -n 's/^BASH_JAVA_UTILS_EXEC_RESULT://p' <<<"$answer"
}

flat_settings() { # as "key: value"
  if [ "$flink" = 1.18 ]; then cat "$conf/flink-conf.yaml"; else
    ask_flink UPDATE_AND_GET_FLINK_CONFIGURATION --configDir "$conf" -flatten; fi
}

setting() { flat_settings | sed -n "s/^$1: *//p" | sed -e "s/^[\"']//" -e "s/[\"']\$//"; }

# --- commands --------------------------------------------------------------------------------------------------------------

get() { # the answer of the REST endpoint to a path
  (exec 3<>"/dev/tcp/127.0.0.1/$rest_port" && printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "$1" >&3 &&
    cat <&3) 2>/dev/null || true
}

is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

require_running() { # name
  pid_of "$1" >/dev/null && return
  local why
  why=$(grep -hm 1 -E 'Could not start|BindException|OutOfMemory|Error|Exception' "$dir/log/$1.out" "$dir/log/$1.log" 2>/dev/null || true)
  fail "$1 ended at once${why:+: $why}; see $dir/log/$1.log and $dir/log/$1.out"
}

await() { # until a path's answer holds this; name of the process that has to live meanwhile
  local tries
  for ((tries = 0; tries < 600; tries++)); do
    [[ $(get "$1") != *"$2"* ]] || return 0
    require_running "$3"
    sleep 0.2
  done
  fail "the cluster does not answer at 127.0.0.1:$rest_port after two minutes; see the logs in $dir/log"
}

start_jobmanager() {
  local port
  for port in "$rest_port" "$rpc_port"; do
    ! is_taken "$port" || fail "port $port is taken by another program; choose others with --rest-port and --rpc-port"
  done
  local params
  params=$(ask_flink GET_JM_RESOURCE_PARAMS --configDir "$conf" "${changes[@]}")
  # Flags are words with spaces between them.
  # shellcheck disable=SC2046
  launch jobmanager $(sed -n 1p <<<"$params") $(setting env.java.opts.all) "${logging[@]}" -Dlog.file="$dir/log/jobmanager.log" \
    -cp "$dir/lib/*" org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint \
    --configDir "$conf" --executionMode cluster "${changes[@]}" $(sed -n 2p <<<"$params")
}

start_taskmanager() { # name
  # shellcheck disable=SC2046
  launch "$1" $(sed -n 1p <<<"$tm_params") $(setting env.java.opts.all) $(setting env.java.opts.taskmanager) "${logging[@]}" \
    -Dlog.file="$dir/log/$1.log" -cp "$dir/lib/*" org.apache.flink.runtime.taskexecutor.TaskManagerRunner \
    --configDir "$conf" "${changes[@]}" $(sed -n 2p <<<"$tm_params") -D "taskmanager.resource-id=$1"
}

start() {
  command -v "$java" >/dev/null || fail "no Java found at \"$java\"; expected Java 17: install it or set JAVA_HOME"
  if report >/dev/null; then
    echo "local-cluster: already running at 127.0.0.1:$rest_port"
    return
  fi
  mkdir -p "$dir/log" "$dir/tmp" "$dir/upload"
  fetch_libraries
  pid_of jobmanager >/dev/null || start_jobmanager
  await /overview '"taskmanagers":' jobmanager
  tm_params=$(ask_flink GET_TM_RESOURCE_PARAMS --configDir "$conf" "${changes[@]}")
  local name
  for name in $(workers); do
    pid_of "$name" >/dev/null || start_taskmanager "$name"
  done
  for name in $(workers); do
    await /taskmanagers "\"id\":\"$name\"" "$name"
  done
  echo "local-cluster: Flink $flink runs at 127.0.0.1:$rest_port, $task_managers TaskManagers of $slots slots; logs in $dir/log"
}

stop() {
  local name pid tries
  for name in $(processes | tac); do
    if pid=$(pid_of "$name"); then
      kill "$pid" 2>/dev/null || true
      for ((tries = 0; tries < 100; tries++)); do
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.1
      done
      kill -9 "$pid" 2>/dev/null || true
      echo "local-cluster: stopped $name"
    fi
    rm -f "$dir/$name.pid"
  done
  rm -rf "$dir/tmp" "$dir/upload"
}

report() {
  local name pid all=0
  for name in $(processes); do
    if pid=$(pid_of "$name"); then echo "$name runs (pid $pid)"; else
      echo "$name does not run"
      all=3
    fi
  done
  return $all
}

command=${1:-}
[ $# -eq 0 ] || shift
read_flags "$@"
conf=$here/session-$flink
# What differs from the file: ports, slots, and where files go.
changes=(-D "jobmanager.rpc.port=$rpc_port" -D "rest.port=$rest_port" -D "taskmanager.numberOfTaskSlots=$slots"
  -D "parallelism.default=$((task_managers * slots))" -D "io.tmp.dirs=$dir/tmp" -D "web.upload.dir=$dir/upload")
logging=(-Dlog4j.configurationFile="file:$here/log4j.properties" -Dlog4j2.formatMsgNoLookups=true)
case $command in
  start) start ;;
  stop) stop ;;
  status) report ;;
  *) fail "there is no command \"$command\"; expected start, stop or status" ;;
esac
