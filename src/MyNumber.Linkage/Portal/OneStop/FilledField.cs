using System.Diagnostics;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>A field with its value and who filled it.</summary>
/// <remarks>Immutable. The value is personal; text and debugger do not show it.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record FilledField
{
    /// <summary>Most characters of a value. The ceiling is ours.</summary>
    public const int LongestValue = 8_000;

    /// <summary>The field.</summary>
    public required ItemId Field { get; init; }

    /// <summary>The value; empty while nobody filled it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Value { get; init; } = string.Empty;

    /// <summary>Who filled it.</summary>
    public FieldOrigin Origin { get; init; }

    /// <summary>Which body's answer filled it, also when the person changed it then; empty otherwise.</summary>
    public AgencyId Provider { get; init; }

    /// <summary>To which moment that answer was true.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Field and origin; no value.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Field}: {Origin}";
}
