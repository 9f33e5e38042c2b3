#!/bin/sh
# Bundles the page, or its bench. Arguments: folder of unpacked libraries, folder of the result, file to begin with.
set -eu
libraries=$1
result=$2
entry=$3
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
bundler=$(find "$libraries" -type f -path '*/bin/esbuild' | head -n 1)
if [ -n "$bundler" ]; then
    chmod +x "$bundler"
else
    # No artifact for this kind of machine.
    bundler=$(command -v esbuild) || {
        echo "console page: need esbuild on the PATH, as no artifact is published for this kind of machine, was none: npm install --global esbuild" >&2
        exit 1
    }
fi
"$bundler" "$here/$entry" --bundle --minify --sourcemap --format=esm --target=es2022 \
    "--alias:lit-html=$libraries/lit-html" "--alias:uplot=$libraries/uplot" "--alias:echarts=$libraries/echarts" \
    "--outdir=$result" --log-level=warning
