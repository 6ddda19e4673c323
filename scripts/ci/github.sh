#!/usr/bin/env bash
# The scan step of action.yml: scans, annotates, writes the job summary, and exits as the gate decides.
# Reads A11Y_TARGETS and A11Y_ARGUMENTS (one a line), A11Y_OUTPUT_DIR, GITHUB_STEP_SUMMARY, GITHUB_OUTPUT.
set -uo pipefail

given=()
while IFS= read -r line; do
  [ -n "$line" ] && given+=("$line")
done <<<"${A11Y_ARGUMENTS:-}"
given+=(--output-dir "${A11Y_OUTPUT_DIR:-a11y-report}" --format html --format json --format sarif --format github --format summary)
given+=(--)
while IFS= read -r line; do
  [ -n "$line" ] && given+=("$line")
done <<<"${A11Y_TARGETS:-}"

reports="${A11Y_OUTPUT_DIR:-a11y-report}"
rm -f "$reports/findings.github.txt" "$reports/findings.summary.md" "$reports/findings.sarif"
code=0
a11ycheck scan "${given[@]}" || code=$?

# Workflow commands in a scanned page's own texts are escaped by the report; the scan's summary goes to the log first.
[ -f "$reports/findings.github.txt" ] && cat "$reports/findings.github.txt"
[ -f "$reports/findings.summary.md" ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ] && cat "$reports/findings.summary.md" >>"$GITHUB_STEP_SUMMARY"
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  echo "exit-code=$code" >>"$GITHUB_OUTPUT"
  [ -f "$reports/findings.sarif" ] && echo "sarif=$reports/findings.sarif" >>"$GITHUB_OUTPUT"
fi
exit "$code"
