#!/usr/bin/env bash
# Accepts the public API as it is now: rewrites tests/Architecture.Tests/PublicApi/*.approved.txt. Read the diff before committing it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
MYNUMBER_APPROVE_API=1 dotnet test tests/Architecture.Tests -v q --nologo --filter FullyQualifiedName~PublicApiTests
git --no-pager diff --stat -- tests/Architecture.Tests/PublicApi
