#!/usr/bin/env bash
# Writes the list of classes that a start of the window needs, in their order: for ClassesAhead and for the class archive
# of the taken-away program. Needs target/reid-studio.jar and a display, for example xvfb-run. Where the demo data
# are not drawn yet, run it twice.
set -euo pipefail
cd "$(dirname "$0")/../.."
list=$(mktemp)
trap 'rm -f "$list"' EXIT
timeout "${1:-40}" java -Xshare:off -XX:DumpLoadedClassList="$list" -Dprism.order=sw -jar target/reid-studio.jar || true
# without what the virtual machine makes up while it runs
grep -vE '^#|^@lambda-proxy|[$][$]Lambda|[$][$]Injected|LambdaForm[$]|[$]Proxy|GeneratedMethodAccessor|GeneratedConstructorAccessor' "$list" |
  sed 's/ id: .*//' > src/main/resources/reidstudio/app/window-classes.txt
wc -l src/main/resources/reidstudio/app/window-classes.txt
