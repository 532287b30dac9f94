using System.Diagnostics;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Residents;

namespace MyNumber.Linkage.Core.Imports;

/// <summary>One row of a holder's file of people whose codes it wants at once (一括取得).</summary>
/// <remarks>Immutable. <see cref="ToString"/> shows a mask.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ImportRow
{
    /// <summary>Makes a row.</summary>
    /// <param name="query">Individual number and all four attributes.</param>
    /// <param name="held">The code that the holder has for the row already, or empty.</param>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    public ImportRow(ResidentQuery query, AgencyCode held = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        (Query, Held) = (query, held);
    }

    /// <summary>Individual number and all four attributes.</summary>
    public ResidentQuery Query { get; }

    /// <summary>The code that the holder has for the row already, or empty.</summary>
    public AgencyCode Held { get; }

    /// <summary>A mask.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "import row ***";
}
