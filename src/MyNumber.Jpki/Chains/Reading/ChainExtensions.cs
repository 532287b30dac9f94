using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Chains.Names;

namespace MyNumber.Jpki.Chains.Reading;

/// <summary>What the extensions of a certificate say that path validation asks for (RFC 5280 §4.2).</summary>
internal sealed class ChainExtensions
{
    public X509KeyUsageFlags? KeyUsage { get; set; }

    public bool IsAuthority { get; set; }

    public int? PathLength { get; set; }

    /// <summary>extKeyUsage, OIDs; <see langword="null"/> when absent.</summary>
    public IReadOnlyList<string>? Purposes { get; set; }

    public bool ArePurposesCritical { get; set; }

    /// <summary>Policy OIDs; <see langword="null"/> when the extension is absent.</summary>
    public IReadOnlyList<string>? Policies { get; set; }

    public IReadOnlyList<PolicyMapping> Mappings { get; set; } = [];

    public int? RequireExplicitPolicy { get; set; }

    public int? InhibitPolicyMapping { get; set; }

    public int? InhibitAnyPolicy { get; set; }

    public IReadOnlyList<NameSubtree> Permitted { get; set; } = [];

    public IReadOnlyList<NameSubtree> Excluded { get; set; } = [];

    public IReadOnlyList<GeneralName> AlternativeNames { get; set; } = [];

    public IReadOnlyList<DistributionPoint> DistributionPoints { get; set; } = [];

    public ReadOnlyMemory<byte> AuthorityKeyIdentifier { get; set; }

    public ReadOnlyMemory<byte> SubjectKeyIdentifier { get; set; }

    public bool HasUnrecognisedCritical { get; set; }
}
