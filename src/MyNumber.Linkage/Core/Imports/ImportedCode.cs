using System.Diagnostics;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Imports;

/// <summary>The code of a row.</summary>
/// <remarks><see cref="ToString"/> shows no code.</remarks>
/// <param name="Row">The row, from 0.</param>
/// <param name="Code">The holder's code.</param>
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct ImportedCode(int Row, AgencyCode Code)
{
    /// <summary>The row; no code.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"code of row {Row}";
}
