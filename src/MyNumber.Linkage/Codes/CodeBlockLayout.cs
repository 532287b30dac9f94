namespace MyNumber.Linkage.Codes;

/// <summary>Where format, holder, epoch, zeros and link stand in a block, the highest bits first. The widths are parameters so that a test can walk a whole small domain through this very code.</summary>
internal readonly record struct CodeBlockLayout(int FormatBits, int HolderBits, int EpochBits, int ZeroBits, int LinkBits)
{
    public const int Format = 1;

    /// <summary>The layout of <see cref="CodeScheme.AesBlock"/>.</summary>
    public static CodeBlockLayout Aes => new(8, 24, 8, 8, 80);

    public int Bits => FormatBits + HolderBits + EpochBits + ZeroBits + LinkBits;

    /// <summary>Every bit that is not the link's.</summary>
    public UInt128 HeaderMask => Ones(Bits) ^ Ones(LinkBits);

    /// <summary>The block without a link.</summary>
    public UInt128 Header(int holder, int epoch)
    {
        UInt128 fields = ((((UInt128)Format << HolderBits) | (uint)holder) << EpochBits) | (uint)epoch;
        return fields << (ZeroBits + LinkBits);
    }

    /// <summary>The link of a block.</summary>
    public UInt128 Link(UInt128 block) => block & Ones(LinkBits);

    /// <summary>Judges a decrypted block by its 48 known bits.</summary>
    public CodeVerdict Judge(UInt128 block, int holder, int epoch)
    {
        UInt128 zeros = (block >> LinkBits) & Ones(ZeroBits);
        int foundEpoch = (int)((block >> (LinkBits + ZeroBits)) & Ones(EpochBits));
        int foundHolder = (int)((block >> (LinkBits + ZeroBits + EpochBits)) & Ones(HolderBits));
        UInt128 format = block >> (Bits - FormatBits);
        if (format != Format || zeros != 0 || foundHolder == 0)
        {
            return CodeVerdict.Forged;
        }

        return foundHolder != holder ? CodeVerdict.Foreign
            : foundEpoch == epoch ? CodeVerdict.Genuine
            : foundEpoch < epoch ? CodeVerdict.Superseded
            : CodeVerdict.Forged;
    }

    private static UInt128 Ones(int bits) => bits == 128 ? UInt128.MaxValue : (UInt128.One << bits) - 1;
}
