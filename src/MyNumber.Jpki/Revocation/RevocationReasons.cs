using System.Formats.Asn1;

namespace MyNumber.Jpki.Revocation;

/// <summary>CRLReason on the wire (RFC 5280 §5.3.1).</summary>
internal static class RevocationReasons
{
    /// <summary>Seven is not used by the standard; it and everything past ten is a flaw.</summary>
    public static RevocationReason FromNumber(int number) =>
        number is (>= 0 and <= 6) or (>= 8 and <= 10) ? (RevocationReason)number : throw new AsnContentException();
}
