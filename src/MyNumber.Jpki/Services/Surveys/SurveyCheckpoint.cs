using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace MyNumber.Jpki.Services.Surveys;

/// <summary>Where a survey stands: the last row that was handed out, and the counts. A later run begins behind it.</summary>
/// <remarks>Immutable. The token holds the account's key: keep it like the accounts. <see cref="ToString"/> shows the counts only.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class SurveyCheckpoint
{
    private const string Mark = "survey1";
    private const int MaximumTokenLength = 2048;

    internal SurveyCheckpoint(DateTimeOffset startedAt, string lastKey, SurveySummary summary)
    {
        StartedAt = startedAt;
        LastKey = lastKey;
        Summary = summary;
    }

    /// <summary>When the survey began, before any resumption.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>The key of the last row.</summary>
    public string LastKey { get; }

    /// <summary>The counts up to here.</summary>
    public SurveySummary Summary { get; }

    /// <summary>Writes the checkpoint as one line.</summary>
    /// <returns>ASCII, to be read by <see cref="TryParse"/>.</returns>
    public string ToToken()
    {
        string counts = string.Join(',', Summary.Counts.Select(count => count.ToString(CultureInfo.InvariantCulture)));
        string key = Convert.ToBase64String(Encoding.UTF8.GetBytes(LastKey));
        return string.Create(CultureInfo.InvariantCulture, $"{Mark} {StartedAt.UtcTicks} {Summary.Asked} {counts} {key}");
    }

    /// <summary>Reads a token.</summary>
    /// <param name="token">What <see cref="ToToken"/> wrote.</param>
    /// <param name="checkpoint">The checkpoint, or <see langword="null"/>.</param>
    /// <returns>Whether it is one of this version. No input throws.</returns>
    public static bool TryParse(string? token, [NotNullWhen(true)] out SurveyCheckpoint? checkpoint)
    {
        checkpoint = null;
        string[] parts = token is { Length: <= MaximumTokenLength } ? token.Split(' ') : [];
        if (parts.Length != 5 || parts[0] != Mark || !TryRead(parts[1], out long ticks) || ticks > DateTimeOffset.MaxValue.UtcTicks
            || !TryRead(parts[2], out long asked) || !TryReadCounts(parts[3], out long[] counts) || !TryReadKey(parts[4], out string key))
        {
            return false;
        }

        SurveySummary summary = new(asked, counts);
        if (asked > summary.Rows)
        {
            return false;
        }

        checkpoint = new SurveyCheckpoint(new DateTimeOffset(ticks, TimeSpan.Zero), key, summary);
        return true;
    }

    /// <summary>The counts; the key is not in it.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"SurveyCheckpoint({Summary})";

    private static bool TryRead(string text, out long value) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static bool TryReadCounts(string text, out long[] counts)
    {
        string[] parts = text.Split(',');
        counts = new long[SurveySummary.Empty.Counts.Count];
        if (parts.Length != counts.Length)
        {
            return false;
        }

        for (int i = 0; i < counts.Length; i++)
        {
            if (!TryRead(parts[i], out counts[i]) || counts[i] > long.MaxValue / counts.Length)
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadKey(string text, out string key)
    {
        byte[] bytes = new byte[text.Length];
        bool reads = Convert.TryFromBase64String(text, bytes, out int length);
        key = reads ? Encoding.UTF8.GetString(bytes, 0, length) : string.Empty;
        return key.Length is > 0 and <= SurveyItem.MaximumKeyLength && Encoding.UTF8.GetBytes(key).AsSpan().SequenceEqual(bytes.AsSpan(0, length));
    }
}
