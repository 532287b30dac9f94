using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Exchange;

/// <summary>A converted code, or why there is none.</summary>
/// <param name="Code">The provider's code; empty when there is none.</param>
/// <param name="Refusal">How the inquiry ends when there is no code; not to be read otherwise.</param>
public readonly record struct ConvertedCode(AgencyCode Code, InquiryOutcome Refusal)
{
    /// <summary>Whether there is a code.</summary>
    public bool IsMade => !Code.IsEmpty;

    /// <summary>A code that was made.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The answer.</returns>
    public static ConvertedCode Of(AgencyCode code) => new(code, InquiryOutcome.Provided);

    /// <summary>No code.</summary>
    /// <param name="refusal">How the inquiry ends.</param>
    /// <returns>The answer.</returns>
    public static ConvertedCode None(InquiryOutcome refusal) => new(default, refusal);
}
