using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using static MyNumber.Jpki.Asn1.DerReader;

namespace MyNumber.Jpki.Signatures.Timestamps;

/// <summary>Reads TimeStampResp (RFC 3161 §2.4.2): PKIStatusInfo and, when granted, a token.</summary>
internal static class TimestampResponse
{
    private const int Overhead = 4096;
    private const int GrantedWithMods = 1;
    private const int LastStatus = 5;

    public static VerificationReason Read(ReadOnlyMemory<byte> der, out TimestampToken? token)
    {
        token = null;
        try
        {
            if (der.Length > TimestampToken.MaximumLength + Overhead)
            {
                return VerificationReason.TimestampMalformed;
            }

            DerReader file = new(der);
            DerReader response = file.ReadSequence();
            file.End();
            int status = response.ReadSequence().ReadSmallInteger(); // texts and failure bits behind it decide nothing
            ReadOnlyMemory<byte> encoded = response.HasData ? response.ReadEncoded() : default;
            response.End();
            Require(status is >= 0 and <= LastStatus && encoded.IsEmpty == status > GrantedWithMods);
            return status > GrantedWithMods ? VerificationReason.TimestampRefused
                : TimestampToken.TryParse(encoded.Span, out token) ? VerificationReason.None
                : VerificationReason.TimestampMalformed;
        }
        catch (AsnContentException)
        {
            return VerificationReason.TimestampMalformed;
        }
    }
}
