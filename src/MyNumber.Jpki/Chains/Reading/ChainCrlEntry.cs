using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Chains.Names;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Chains.Reading;

/// <summary>One entry of a list (RFC 5280 §5.1.2.6 and §5.3).</summary>
/// <param name="SerialNumber">INTEGER contents.</param>
/// <param name="Reason"><see langword="null"/> when none is given.</param>
/// <param name="CertificateIssuer">From this entry on, whose certificates are meant (RFC 5280 §5.3.3); <see langword="null"/> when the entry does not say.</param>
/// <param name="HasUnrecognisedCritical">An extension that is not understood: the whole list must not be used.</param>
internal readonly record struct ChainCrlEntry(ReadOnlyMemory<byte> SerialNumber, RevocationReason? Reason, ChainName? CertificateIssuer, bool HasUnrecognisedCritical)
{
    private const int LongestSerial = 20;

    /// <exception cref="AsnContentException">The entry is not well formed.</exception>
    public static ChainCrlEntry Read(ref DerReader list)
    {
        DerReader entry = list.ReadSequence();
        ReadOnlyMemory<byte> serial = entry.ReadInteger();
        DerReader.Require(serial.Length <= LongestSerial);
        entry.ReadTime();
        ChainCrlEntry read = new(serial, null, null, HasUnrecognisedCritical: false);
        if (entry.HasData)
        {
            DerReader extensions = entry.ReadSequence();
            while (extensions.HasData)
            {
                read = With(read, DerExtension.Read(ref extensions));
            }
        }

        entry.End();
        return read;
    }

    private static ChainCrlEntry With(ChainCrlEntry entry, DerExtension extension)
    {
        DerReader value = new(extension.Value);
        switch (extension.Oid)
        {
            case Oids.CrlReason:
                DerReader.Require(entry.Reason is null);
                entry = entry with { Reason = RevocationReasons.FromNumber(value.ReadEnumerated()) };
                break;
            case Oids.CertificateIssuer:
                DerReader names = value.ReadSequence();
                DerReader.Require(entry.CertificateIssuer is null);
                entry = entry with { CertificateIssuer = GeneralName.ReadAll(ref names).Find(name => name.DirectoryName is not null)?.DirectoryName };
                DerReader.Require(entry.CertificateIssuer is not null);
                break;
            default:
                return entry with { HasUnrecognisedCritical = entry.HasUnrecognisedCritical || extension.IsCritical };
        }

        value.End();
        return entry;
    }
}
