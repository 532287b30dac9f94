using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Delegated responder certificates: one for each generation and period of 30 days, issued directly by that generation (RFC 6960 §4.2.2.2); and wrong ones for the faults.</summary>
/// <remarks>Serial and validity follow from the period, so a rerun gives the same bytes.</remarks>
internal sealed class ResponderCertificates(SigningKey responderKey)
{
    private const int PeriodDays = 30;
    private const uint FirstSerial = 0x0080_0000;
    private const int KindShift = 15;

    private readonly ConcurrentDictionary<(AuthorityGeneration Issuer, int Period, ResponderCertificateKind Kind), byte[]> _issued = new();

    internal byte[] For(AuthorityGeneration issuer, DateTimeOffset now, ResponderCertificateKind kind)
    {
        int period = ValidityRule.JapanDay(now).DayNumber / PeriodDays;
        return _issued.GetOrAdd((issuer, period, kind), key => Issue(key.Issuer, key.Period, key.Kind));
    }

    private byte[] Issue(AuthorityGeneration issuer, int period, ResponderCertificateKind kind)
    {
        DateOnly firstDay = DateOnly.FromDayNumber(period * PeriodDays).AddDays(kind == ResponderCertificateKind.Expired ? -PeriodDays - 1 : 0);
        DateTimeOffset start = ValidityRule.StartOf(firstDay);
        LabName name = issuer.Naming.Responder();
        bool isSelfSigned = kind == ResponderCertificateKind.SelfSigned;
        CertificateContents contents = new()
        {
            SerialNumber = FirstSerial + ((uint)kind << KindShift) + ((uint)period & 0x7FFF),
            Issuer = isSelfSigned ? name.Encoded : issuer.Naming.Name.Encoded,
            NotBefore = start < issuer.NotBefore && kind != ResponderCertificateKind.Expired ? issuer.NotBefore : start,
            NotAfter = ValidityRule.LastSecondOf(firstDay.AddDays(PeriodDays)),
            Subject = name.Encoded,
            PublicKey = responderKey.PublicKey,
            Extensions = [.. Extensions(isSelfSigned ? responderKey.KeyIdentifier : issuer.KeyIdentifier, kind)],
        };
        return CertificateEncoder.Encode(contents, isSelfSigned ? responderKey : issuer.Key);
    }

    private IEnumerable<EncodedExtension> Extensions(ReadOnlyMemory<byte> issuerKeyIdentifier, ResponderCertificateKind kind)
    {
        yield return ExtensionEncoder.KeyUsage(X509KeyUsageFlags.DigitalSignature);
        if (kind != ResponderCertificateKind.WithoutPurpose)
        {
            yield return ExtensionEncoder.ExtendedKeyUsage([Oids.OcspSigning]);
        }

        yield return ExtensionEncoder.OcspNoCheck();
        yield return ExtensionEncoder.AuthorityKeyIdentifier(issuerKeyIdentifier);
        yield return ExtensionEncoder.SubjectKeyIdentifier(responderKey.KeyIdentifier);
    }
}
