using System.Diagnostics;
using System.Text;

namespace MyNumber.Jpki.Services.Surveys;

/// <summary>One account of a survey: the bank's reference and the stored certificate.</summary>
/// <remarks>Immutable; the certificate's memory stays the caller's and must not change while it is asked. <see cref="ToString"/> is masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class SurveyItem
{
    /// <summary>The longest key, in characters. The ceiling is this library's choice.</summary>
    public const int MaximumKeyLength = 128;

    /// <summary>Names an account.</summary>
    /// <param name="key">The bank's own reference, by which the source is in order; 1 to <see cref="MaximumKeyLength"/> characters, no half of a surrogate pair: a checkpoint could not carry it.</param>
    /// <param name="certificate">The stored certificate, DER.</param>
    /// <exception cref="ArgumentException">The key has another shape.</exception>
    public SurveyItem(string key, ReadOnlyMemory<byte> certificate)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, MaximumKeyLength, nameof(key));
        if (!IsWhole(key))
        {
            throw new ArgumentException("A key has no half characters.", nameof(key));
        }

        Key = key;
        Certificate = certificate;
    }

    /// <summary>The bank's own reference.</summary>
    public string Key { get; }

    /// <summary>The stored certificate, DER.</summary>
    public ReadOnlyMemory<byte> Certificate { get; }

    /// <summary>A mask; neither key nor certificate is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "SurveyItem(***)";

    private static bool IsWhole(string key) => string.Equals(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(key)), key, StringComparison.Ordinal);
}
