using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Delegated responder certificates: one for each generation and period of 30 days, issued directly by that generation (RFC 6960 §4.2.2.2).</summary>
/// <remarks>Serial and validity follow from the period, so a rerun gives the same bytes.</remarks>
internal sealed class ResponderCertificates(SigningKey responderKey)
{
    private const int PeriodDays = 30;
    private const uint FirstSerial = 0x0080_0000;
    private const uint FirstSerialWithoutPurpose = 0x0080_8000;

    private readonly ConcurrentDictionary<(AuthorityGeneration Issuer, int Period, bool MaySign), byte[]> _issued = new();

    internal byte[] For(AuthorityGeneration issuer, DateTimeOffset now, bool mayAnswer)
    {
        int period = ValidityRule.JapanDay(now).DayNumber / PeriodDays;
        return _issued.GetOrAdd((issuer, period, mayAnswer), key => Issue(key.Issuer, key.Period, key.MaySign));
    }

    private byte[] Issue(AuthorityGeneration issuer, int period, bool mayAnswer)
    {
        DateOnly firstDay = DateOnly.FromDayNumber(period * PeriodDays);
        DateTimeOffset start = ValidityRule.StartOf(firstDay);
        List<EncodedExtension> extensions = [ExtensionEncoder.KeyUsage(X509KeyUsageFlags.DigitalSignature)];
        if (mayAnswer)
        {
            extensions.Add(ExtensionEncoder.ExtendedKeyUsage([Oids.OcspSigning]));
        }

        extensions.Add(ExtensionEncoder.OcspNoCheck());
        extensions.Add(ExtensionEncoder.AuthorityKeyIdentifier(issuer.KeyIdentifier));
        extensions.Add(ExtensionEncoder.SubjectKeyIdentifier(responderKey.KeyIdentifier));
        CertificateContents contents = new()
        {
            SerialNumber = (mayAnswer ? FirstSerial : FirstSerialWithoutPurpose) + ((uint)period & 0x7FFF),
            Issuer = issuer.Naming.Name.Encoded,
            NotBefore = start < issuer.NotBefore ? issuer.NotBefore : start,
            NotAfter = ValidityRule.LastSecondOf(firstDay.AddDays(PeriodDays)),
            Subject = issuer.Naming.Responder().Encoded,
            PublicKey = responderKey.PublicKey,
            Extensions = extensions,
        };
        return CertificateEncoder.Encode(contents, issuer.Key);
    }
}
