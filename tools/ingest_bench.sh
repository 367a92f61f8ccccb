# Sourced by tools/bench: what taking documents into the archive costs, and what it survives.

# seconds_of COMMAND…: runs it, its messages into $scratch/log, and sets `seconds` and `status`.
seconds_of() {
  local begin=$EPOCHREALTIME
  status=0
  "$@" 2>"$scratch/log" || status=$?
  seconds=$(awk "BEGIN { printf \"%.2f\", $EPOCHREALTIME - $begin }")
}

query() { sqlite3 -readonly "$scratch/$1.db" "$2"; }

prepare_ingest() {
  packages+=(sqlite3)
  install_packages
  configure_release >/dev/null
  cmake --build build/release --target "$@" >/dev/null
  scratch="$(mktemp -d)"
  trap 'rm -rf "$scratch"' EXIT  # comes after the function has ended: not a local
}

# Every file of a folder, however hostile, ends in the archive: read, or failed with its cause.
robustness() {
  [ $# -gt 0 ] || { echo "tools/bench robustness: no folder given" >&2; exit 3; }
  local folder files recorded
  folder="$(absolute "$1")"
  shift
  prepare_ingest kehoach
  seconds_of build/release/kehoach ingest "$folder" --archive "$scratch/a.db" "$@"
  tail -n 1 "$scratch/log"
  files=$(cd "$folder" && find . -type f ! -path '*/.*' ! -name '*.md' ! -name '*.json' ! -name '*.tsv' \
    ! -name '*.csv' ! -name '*.toml' ! -name '*.js' ! -name '*.css' ! -name '*.svg' | wc -l)
  recorded=$(query a "SELECT count(*) FROM sources WHERE container_id IS NULL")
  echo "$files files, $recorded recorded, in $seconds s (exit code $status)"
  query a "SELECT '  ' || state || ' ' || coalesce(failure_code, '') || ' ' || count(*)
           FROM sources GROUP BY state, failure_code"
  echo "  integrity $(query a 'PRAGMA integrity_check')"
  if [ "$(query a "SELECT count(*) FROM sources WHERE state = 'pending'
                   OR (state = 'failed' AND failure_message IS NULL)")" != 0 ] ||
     [ "$files" != "$recorded" ]; then
    echo "tools/bench robustness: some files are lost" >&2
    exit 1
  fi
}

# The archive after so many kills of workers and of the run is that of an undisturbed one.
kills() {
  prepare_ingest cli_tests
  TMPDIR="$scratch" KEHOACH_KILLS="${1:-200}" build/release/tests/cli_tests --gtest_filter='Kill.*' |
    grep -E 'kills:|PASSED|FAILED|ms total'
}

# $1 texts and pages like those of the corpus, each with a number of its own.
make_documents() {
  mkdir "$scratch/documents"
  local n=0 file end
  while [ "$n" -lt "$1" ]; do
    for file in corpus/*.txt corpus/*.html; do
      [ "$n" -lt "$1" ] || break
      n=$((n + 1))
      case "$file" in *.html) end="<!-- $n -->" ;; *) end="Lưu: VT, bản $n." ;; esac
      sed -E "0,/[0-9]+\/([A-ZĐ]+-|[0-9]{4}\/[A-ZĐ])/s//$n\/\1/; \$a $end" "$file" \
        >"$scratch/documents/$n.${file##*.}"
    done
  done
}

# Memory of a run while it goes: "SECOND MAIN-KIB LARGEST-WORKER-KIB", a line a second.
watch_memory() {
  local id=$1 child
  while [ -d "/proc/$id" ]; do
    {
      awk '/VmRSS/ { print "main", $2 }' "/proc/$id/status"
      for child in $(cat "/proc/$id/task/$id/children"); do
        awk '/VmRSS/ { print "worker", $2 }' "/proc/$child/status"
      done
    } 2>/dev/null | awk '{ if ($2 > most[$1]) most[$1] = $2 }
                         END { if (most["main"]) print most["main"], most["worker"] }'
    sleep 1
  done
}

ingest_with() {  # JOBS NAME
  build/release/kehoach ingest "$scratch/documents" -j "$1" --archive "$scratch/$2.db" &
  local id=$!
  watch_memory "$id" >"$scratch/$2.memory"
  wait "$id"
}

# Documents a second with one worker and with two; memory as it goes; the second run.
ingest_bench() {
  local count="${1:-10000}" one two
  prepare_ingest kehoach
  make_documents "$count"
  seconds_of ingest_with 1 one
  one=$seconds
  seconds_of ingest_with 2 two
  two=$seconds
  awk -v n="$count" -v a="$one" -v b="$two" 'BEGIN {
    printf "%d documents: 1 job %.1f s (%.0f a second), 2 jobs %.1f s (%.0f a second), ratio %.2f\n",
           n, a, n / a, b, n / b, b / a }'
  for jobs in one two; do
    awk -v name="$jobs" '{ main[NR] = $1; worker[NR] = $2 }
      END { early = int(NR / 10) + 1; half = int(NR / 2) + 1
            printf "memory (%s): main %d, %d, %d MiB, largest worker %d, %d, %d MiB at a tenth, half, the end\n",
              name, main[early] / 1024, main[half] / 1024, main[NR] / 1024,
              worker[early] / 1024, worker[half] / 1024, worker[NR] / 1024 }' "$scratch/$jobs.memory"
  done
  seconds_of build/release/kehoach ingest "$scratch/documents" --archive "$scratch/two.db"
  awk -v a="$two" -v b="$seconds" 'BEGIN {
    printf "again, unchanged: %.2f s, %.3f of the first time\n", b, b / a }'
  echo "archive: $(($(stat -c %s "$scratch/two.db") / count)) bytes a document"
}
