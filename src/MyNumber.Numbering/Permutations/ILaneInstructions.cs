using System.Runtime.Intrinsics;

namespace MyNumber.Numbering.Permutations;

/// <summary>The few processor instructions that the eleven-digit lanes need, for one architecture.</summary>
internal interface ILaneInstructions
{
    /// <summary>Whether this processor has them all.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>An inner round of AES: SubBytes, ShiftRows, MixColumns, then the round key.</summary>
    static abstract Vector128<byte> Round(Vector128<byte> state, Vector128<byte> key);

    /// <summary>The last round of AES: SubBytes, ShiftRows, then the round key.</summary>
    static abstract Vector128<byte> LastRound(Vector128<byte> state, Vector128<byte> key);

    /// <summary>The low halves of both, side by side.</summary>
    static abstract Vector128<ulong> JoinLow(Vector128<byte> first, Vector128<byte> second);

    /// <summary>Picks bytes; an index of 0x80 or more picks zero.</summary>
    static abstract Vector128<byte> Shuffle(Vector128<byte> source, Vector128<byte> indices);
}
