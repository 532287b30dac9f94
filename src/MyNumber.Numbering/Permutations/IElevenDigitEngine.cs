namespace MyNumber.Numbering.Permutations;

/// <summary>A way to compute the eleven-digit permutation. Values were checked before.</summary>
internal interface IElevenDigitEngine : IDisposable
{
    void Run(Span<long> values, bool forward);
}
