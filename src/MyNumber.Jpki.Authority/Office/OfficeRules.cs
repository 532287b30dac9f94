using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Authority.Office;

/// <summary>What a registry office decides by rule. Where the real rule is not public the default is the project's own.</summary>
/// <remarks>Source: project research notes on JPKI, §3.2 to §3.4. Reasons are JPKI's 0 to 5.</remarks>
public sealed record OfficeRules
{
    /// <summary>From which age a holder gets a signature certificate (confirmed: 15).</summary>
    public int SignatureAge { get; init; } = 15;

    /// <summary>How many months before its end a certificate may be renewed (confirmed: three).</summary>
    public int RenewalMonths { get; init; } = 3;

    /// <summary>Reason of revocation upon death (死亡). Not known; cessationOfOperation by default.</summary>
    public RevocationReason Death { get; init; } = RevocationReason.CessationOfOperation;

    /// <summary>Reason of revocation upon departure abroad without continued use (国外転出). Not known; cessationOfOperation by default.</summary>
    public RevocationReason Departure { get; init; } = RevocationReason.CessationOfOperation;

    /// <summary>Reason with which certificates on hold are revoked when the card was found again. One of two is reported (1 or 5); cessationOfOperation by default.</summary>
    public RevocationReason FoundAgain { get; init; } = RevocationReason.CessationOfOperation;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(SignatureAge);
        ArgumentOutOfRangeException.ThrowIfLessThan(RenewalMonths, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(RenewalMonths, 12);
        foreach (RevocationReason reason in new[] { Death, Departure, FoundAgain })
        {
            if (reason is < RevocationReason.Unspecified or > RevocationReason.CessationOfOperation)
            {
                throw new ArgumentOutOfRangeException(nameof(reason), "JPKI revokes with the reasons 0 to 5.");
            }
        }
    }
}
