#!/usr/bin/env bash
# Writes the list of classes that a start of the window needs, in their order: for ClassesAhead and for the class archive
# of the taken-away program. Needs target/reid-studio.jar and a display, for example xvfb-run. Where the demo data
# are not drawn yet, run it twice.
set -euo pipefail
cd "$(dirname "$0")/../.."
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
list=$made/list
# without the present list, whose classes would be loaded again whether they are needed or not
mkdir -p "$made/reidstudio/app"
touch "$made/reidstudio/app/window-classes.txt"
timeout "${1:-40}" java -Xshare:off -XX:DumpLoadedClassList="$list" -Dreidstudio.start=DEBUG -Dprism.order=sw \
  -cp "$made:target/reid-studio.jar" reidstudio.Main || true
# up to the moment when the window is shown, and without what the virtual machine makes up while it runs
sed '/^@lambda-proxy reidstudio.app.StartTimes/,$d' "$list" |
  grep -vE '^#|^@lambda-proxy|[$][$]Lambda|[$][$]Injected|LambdaForm[$]|[$]Proxy|Generated(Method|Constructor)Accessor' |
  sed 's/ id: .*//' > src/main/resources/reidstudio/app/window-classes.txt
wc -l src/main/resources/reidstudio/app/window-classes.txt
