using System.Formats.Asn1;

namespace MyNumber.Jpki.Asn1;

/// <summary>One Extension (RFC 5280 §4.1): the same in certificates, lists and OCSP.</summary>
internal readonly ref struct DerExtension
{
    private DerExtension(string oid, bool isCritical, ReadOnlyMemory<byte> value)
    {
        Oid = oid;
        IsCritical = isCritical;
        Value = value;
    }

    public string Oid { get; }

    public bool IsCritical { get; }

    /// <summary>Contents of extnValue.</summary>
    public ReadOnlyMemory<byte> Value { get; }

    public static DerExtension Read(ref DerReader list)
    {
        DerReader extension = list.ReadSequence();
        string oid = extension.ReadOid();
        bool critical = extension.NextIs(Asn1Tag.Boolean);
        if (critical && !extension.ReadBoolean())
        {
            throw new AsnContentException(); // DER leaves the default FALSE out
        }

        ReadOnlyMemory<byte> value = extension.ReadOctetString();
        extension.End();
        return new DerExtension(oid, critical, value);
    }
}
