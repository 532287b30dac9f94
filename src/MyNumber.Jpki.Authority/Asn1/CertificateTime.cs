using System.Formats.Asn1;

namespace MyNumber.Jpki.Authority.Asn1;

/// <summary>Writes a Time: UTCTime through 2049, GeneralizedTime after (RFC 5280 §4.1.2.5).</summary>
internal static class CertificateTime
{
    private static readonly DateTimeOffset FirstGeneralizedTime = new(2050, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static void Write(AsnWriter writer, DateTimeOffset time, bool alwaysGeneralized = false)
    {
        if (time < FirstGeneralizedTime && !alwaysGeneralized)
        {
            writer.WriteUtcTime(time, 2049);
        }
        else
        {
            writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
        }
    }
}
