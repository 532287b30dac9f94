using System.Diagnostics.CodeAnalysis;

namespace MyNumber.Linkage.Merkle;

/// <summary>32-bit words of several messages side by side.</summary>
/// <typeparam name="TWords">A vector of words.</typeparam>
internal interface ILaneWords<TWords>
    where TWords : struct
{
    static abstract int Lanes { get; }

    static abstract TWords All(uint word);

    static abstract TWords Load(ref uint source);

    static abstract void Store(TWords words, ref uint destination);

    static abstract TWords Add(TWords left, TWords right);

    static abstract TWords Xor(TWords a, TWords b, TWords c);

    static abstract TWords Choose(TWords selector, TWords whenSet, TWords whenClear);

    static abstract TWords Majority(TWords a, TWords b, TWords c);

    static abstract TWords RotateRight(TWords words, [ConstantExpected] byte count);

    static abstract TWords ShiftRight(TWords words, int count);
}
