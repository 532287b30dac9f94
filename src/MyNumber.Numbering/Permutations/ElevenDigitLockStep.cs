namespace MyNumber.Numbering.Permutations;

/// <summary>The way for every machine: lock-step over the platform's AES.</summary>
internal sealed class ElevenDigitLockStep(Ff1Permutation permutation) : IElevenDigitEngine
{
    public void Run(Span<long> values, bool forward)
    {
        if (forward)
        {
            permutation.Permute(values);
        }
        else
        {
            permutation.Invert(values);
        }
    }

    public void Dispose() => permutation.Dispose();
}
