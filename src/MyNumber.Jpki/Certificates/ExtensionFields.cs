using System.Security.Cryptography.X509Certificates;

namespace MyNumber.Jpki.Certificates;

/// <summary>What the known extensions say.</summary>
internal sealed class ExtensionFields
{
    public X509KeyUsageFlags? KeyUsage { get; set; }

    public bool IsKeyUsageCritical { get; set; }

    public IReadOnlyList<string> ExtendedKeyUsages { get; set; } = [];

    public bool AreExtendedKeyUsagesCritical { get; set; }

    public IReadOnlyList<string> Policies { get; set; } = [];

    public bool ArePoliciesCritical { get; set; }

    public bool? IsAuthority { get; set; }

    public bool AreBasicConstraintsCritical { get; set; }

    public AuthorityKeyIdentifier? AuthorityKeyIdentifier { get; set; }

    public ReadOnlyMemory<byte> SubjectKeyIdentifier { get; set; }

    public ReadOnlyMemory<byte> CrlDistributionPoint { get; set; }

    public string? OcspAddress { get; set; }

    public bool HasSubjectAltName { get; set; }

    public HolderAttributes? Holder { get; set; }

    public bool IsOcspNoCheck { get; set; }

    public IReadOnlyList<string> UnrecognisedCritical { get; set; } = [];
}
