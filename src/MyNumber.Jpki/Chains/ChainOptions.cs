using System.Security.Cryptography.X509Certificates;

namespace MyNumber.Jpki.Chains;

/// <summary>How strictly a chain is judged, and for what. The defaults are strict; each choice that weakens them has a long name.</summary>
/// <remarks>Immutable. The defaults of RFC 5280 §6.1.1 are the defaults here: any policy, no explicit policy, mapping and anyPolicy allowed.</remarks>
public sealed record ChainOptions
{
    /// <summary>The highest value of each budget.</summary>
    public const int HighestBudget = 4096;

    /// <summary>The strict defaults.</summary>
    public static ChainOptions Strict { get; } = new();

    /// <summary>The purpose (OID of extKeyUsage) that the end entity must name, for example id-kp-timeStamping; every authority that names purposes must
    /// name it too or name anyExtendedKeyUsage. <see langword="null"/>: no purpose is asked for, and a critical extKeyUsage anywhere in the path
    /// that names no anyExtendedKeyUsage leaves the answer undetermined.</summary>
    public string? RequiredPurpose { get; init; }

    /// <summary>Bits of keyUsage that the end entity must have when it has the extension at all. Default: none.</summary>
    public X509KeyUsageFlags RequiredKeyUsage { get; init; }

    /// <summary>user-initial-policy-set (RFC 5280 §6.1.1 (c)), OIDs; empty (default) is any policy. Stricter than the RFC: naming policies requires that one of them
    /// leads through the path, as if <see cref="RequireExplicitPolicy"/> were set; with anyPolicy among them it does not.</summary>
    public IReadOnlyList<string> AcceptedPolicies { get; init; } = [];

    /// <summary>initial-explicit-policy: the path must be valid for one of the accepted policies.</summary>
    public bool RequireExplicitPolicy { get; init; }

    /// <summary>initial-policy-mapping-inhibit.</summary>
    public bool InhibitPolicyMapping { get; init; }

    /// <summary>initial-any-policy-inhibit.</summary>
    public bool InhibitAnyPolicy { get; init; }

    /// <summary>Compares names by RFC 5280 §7.1 (case, white space and string types do not matter). Default: names are equal only as DER, and a chain
    /// that needs more is undetermined with <see cref="VerificationReason.ChainNamesDifferInForm"/>.</summary>
    public bool CompareNamesIgnoringCaseWhiteSpaceAndStringType { get; init; }

    /// <summary>Judges no status at all; the caller must do so by another way, for example OCSP. Default: each certificate below the anchor needs a list.</summary>
    public bool LeaveStatusOfEveryCertificateToTheCaller { get; init; }

    /// <summary>Accepts RSA signatures over SHA-1 and RSA keys of 1024 to 2047 bits. For old test vectors only; never for a real decision.</summary>
    public bool AcceptWeakSha1SignaturesAndShortKeysOfOldTestVectors { get; init; }

    /// <summary>The most certificates in a path, the anchor not counted; default 10.</summary>
    public int MaximumPathLength { get; init; } = 10;

    /// <summary>The most intermediates and the most anchors that are read; default 64 of each.</summary>
    public int MaximumCertificates { get; init; } = 64;

    /// <summary>The most lists that are read; default 64.</summary>
    public int MaximumCrls { get; init; } = 64;

    /// <summary>The most signatures that are checked for one answer, those of lists included; default 128.</summary>
    public int MaximumSignatureChecks { get; init; } = 128;

    /// <summary>The most bytes of all lists together, each counted once for reading; default 64 MiB.</summary>
    public int MaximumCrlBytes { get; init; } = 1 << 26;

    internal bool NeedsExplicitPolicy => RequireExplicitPolicy || (AcceptedPolicies.Count != 0 && !AcceptedPolicies.Contains(Asn1.Oids.AnyPolicy));

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(AcceptedPolicies);
        Hold(MaximumPathLength, nameof(MaximumPathLength));
        Hold(MaximumCertificates, nameof(MaximumCertificates));
        Hold(MaximumCrls, nameof(MaximumCrls));
        Hold(MaximumSignatureChecks, nameof(MaximumSignatureChecks));
        ArgumentOutOfRangeException.ThrowIfNegative(MaximumCrlBytes);
    }

    private static void Hold(int budget, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(budget, HighestBudget, name);
    }
}
