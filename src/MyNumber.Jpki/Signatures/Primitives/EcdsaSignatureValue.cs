using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Signatures.Primitives;

/// <summary>Ecdsa-Sig-Value (RFC 3279 §2.2.3), DER and nothing else: shortest lengths and numbers, r and s from 1 to the order less one, no byte after it.</summary>
internal static class EcdsaSignatureValue
{
    /// <summary>Writes r and s side by side in fixed length (IEEE P1363), as a verifier takes them.</summary>
    /// <param name="der">The signature as certificates and CMS carry it.</param>
    /// <param name="curve">The key's curve.</param>
    /// <param name="fixedForm">Receives twice <see cref="EcCurve.FieldLength"/> octets.</param>
    /// <returns>Whether it is the one encoding of two numbers in range.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> der, EcCurve curve, Span<byte> fixedForm)
    {
        try
        {
            DerReader file = new(der);
            DerReader pair = file.ReadSequence();
            file.End();
            bool inRange = TryWrite(pair.ReadInteger().Span, curve, fixedForm[..curve.FieldLength]);
            inRange &= TryWrite(pair.ReadInteger().Span, curve, fixedForm.Slice(curve.FieldLength, curve.FieldLength));
            pair.End();
            return inRange;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    // The reader has refused a number with needless leading octets.
    private static bool TryWrite(ReadOnlySpan<byte> integer, EcCurve curve, Span<byte> place)
    {
        bool negative = integer[0] >= 0x80;
        ReadOnlySpan<byte> number = integer[0] == 0 ? integer[1..] : integer;
        if (negative || number.Length > place.Length || !curve.IsScalar(number))
        {
            return false;
        }

        place.Clear();
        number.CopyTo(place[(place.Length - number.Length)..]);
        return true;
    }
}
