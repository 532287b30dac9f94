using System.Runtime.Intrinsics;

namespace MyNumber.Linkage.Codes.Blocks;

/// <summary>The AES instructions of one architecture.</summary>
internal interface IAesInstructions
{
    /// <summary>Whether this processor has them all.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>An inner round: SubBytes, ShiftRows, MixColumns, then the round key.</summary>
    static abstract Vector128<byte> Round(Vector128<byte> state, Vector128<byte> key);

    /// <summary>The last round: SubBytes, ShiftRows, then the round key.</summary>
    static abstract Vector128<byte> LastRound(Vector128<byte> state, Vector128<byte> key);

    /// <summary>An inner round of the equivalent inverse cipher (FIPS 197, 5.3.5): InvShiftRows, InvSubBytes, InvMixColumns, then the round key.</summary>
    static abstract Vector128<byte> InverseRound(Vector128<byte> state, Vector128<byte> key);

    /// <summary>The last round of the inverse: InvShiftRows, InvSubBytes, then the round key.</summary>
    static abstract Vector128<byte> InverseLastRound(Vector128<byte> state, Vector128<byte> key);

    /// <summary>InvMixColumns alone, for the round keys of the inverse.</summary>
    static abstract Vector128<byte> InverseMixColumns(Vector128<byte> key);
}
