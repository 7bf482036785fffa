#!/usr/bin/env bash
# The tests with the lowest versions that pyproject.toml allows, in a virtual environment of their own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet uv
"$folder/bin/uv" pip compile --quiet --resolution lowest-direct --extra dev --python "$folder/bin/python" pyproject.toml \
  --output-file "$folder/lowest.txt"
"$folder/bin/pip" install --quiet --requirement "$folder/lowest.txt"
"$folder/bin/pip" install --quiet --no-deps .
"$folder/bin/pytest" -m "not slow" -n 2 --dist worksteal --ignore tests/test_readme.py --ignore tests/test_wheel.py
