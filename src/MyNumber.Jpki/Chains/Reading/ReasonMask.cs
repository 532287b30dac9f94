using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Chains.Reading;

/// <summary>ReasonFlags (RFC 5280 §4.2.1.13) as a set of bits; the reason with bit n is 1 &lt;&lt; n.</summary>
internal static class ReasonMask
{
    public const int None = 0;

    /// <summary>keyCompromise to aACompromise; bit 0 is unused by the standard.</summary>
    public const int All = 0x1FE;

    public static int Read(ref DerReader reader, int tag)
    {
        ReadOnlySpan<byte> bits = reader.ReadBitString(out _, DerTags.Context(tag)).Span;
        DerReader.Require(bits.Length <= 2);
        int mask = None;
        for (int i = 0; i < bits.Length * 8; i++)
        {
            mask |= (bits[i / 8] & (0x80 >> (i % 8))) != 0 ? 1 << i : 0;
        }

        return mask & All;
    }
}
