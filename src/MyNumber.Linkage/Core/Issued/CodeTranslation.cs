using System.Diagnostics;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Issued;

/// <summary>The answer to turning one holder's code of a person into another's. It stays inside the core; only the other holder gets its own code.</summary>
/// <remarks><see cref="ToString"/> shows no code.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct CodeTranslation
{
    internal CodeTranslation(TranslationOutcome outcome, CodeStanding standing, LinkCode link, AgencyCode code) =>
        (Outcome, Standing, Link, Code) = (outcome, standing, link, code);

    /// <summary>What became of it.</summary>
    public TranslationOutcome Outcome { get; }

    /// <summary>How the presented code stands.</summary>
    public CodeStanding Standing { get; }

    /// <summary>The person when the presented code is in use, else empty.</summary>
    public LinkCode Link { get; }

    /// <summary>The other holder's code, or empty.</summary>
    public AgencyCode Code { get; }

    /// <summary>Outcome and standing; no code.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Outcome}, {Standing}";
}
