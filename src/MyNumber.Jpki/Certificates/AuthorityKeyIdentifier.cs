namespace MyNumber.Jpki.Certificates;

/// <summary>authorityKeyIdentifier (RFC 5280 §4.2.1.1). JPKI fills all three parts.</summary>
public sealed class AuthorityKeyIdentifier
{
    internal AuthorityKeyIdentifier(ReadOnlyMemory<byte> keyIdentifier, ReadOnlyMemory<byte> issuerName, ReadOnlyMemory<byte> serialNumber)
    {
        KeyIdentifier = keyIdentifier;
        IssuerName = issuerName;
        SerialNumber = serialNumber;
    }

    /// <summary>The issuing generation's subjectKeyIdentifier, 20 bytes in JPKI; empty when absent.</summary>
    public ReadOnlyMemory<byte> KeyIdentifier { get; }

    /// <summary>authorityCertIssuer: the Name of whoever issued the authority's certificate, DER; empty when absent.</summary>
    public ReadOnlyMemory<byte> IssuerName { get; }

    /// <summary>authorityCertSerialNumber: INTEGER contents; empty when absent.</summary>
    public ReadOnlyMemory<byte> SerialNumber { get; }
}
