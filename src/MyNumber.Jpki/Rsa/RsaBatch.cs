namespace MyNumber.Jpki.Rsa;

/// <summary>Verifies many signatures, as a nightly run does (一括検証): each on its own, so that one bad signature says nothing of another.</summary>
public static class RsaBatch
{
    private const int Portion = 64;

    /// <summary>Verifies every check and writes each answer to its own place.</summary>
    /// <param name="checks">What to verify.</param>
    /// <param name="results">As many places as checks: whether the signature holds, in the checks' order. After cancellation some are not written.</param>
    /// <param name="parallelism">How many threads work at once, the caller's among them; 1 or more.</param>
    /// <param name="cancellationToken">Looked at every 64 checks.</param>
    /// <exception cref="ArgumentException">As many results as checks are needed.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parallelism"/> is below 1.</exception>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public static void Verify(ReadOnlyMemory<RsaSignatureCheck> checks, Memory<bool> results, int parallelism = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelism, 1);
        if (checks.Length != results.Length)
        {
            throw new ArgumentException("As many results as checks are needed.", nameof(results));
        }

        int portions = (int)(((long)checks.Length + Portion - 1) / Portion);
        if (parallelism == 1 || portions <= 1)
        {
            for (int i = 0; i < portions; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                VerifyPortion(checks.Span, results.Span, i);
            }

            return;
        }

        ParallelOptions options = new() { MaxDegreeOfParallelism = parallelism, CancellationToken = cancellationToken };
        Parallel.For(0, portions, options, i => VerifyPortion(checks.Span, results.Span, i));
    }

    private static void VerifyPortion(ReadOnlySpan<RsaSignatureCheck> checks, Span<bool> results, int portion)
    {
        int start = portion * Portion, end = Math.Min(checks.Length - start, Portion) + start;
        for (int i = start; i < end; i++)
        {
            RsaSignatureCheck check = checks[i];
            results[i] = check.Key is { } key && key.VerifyPkcs1(check.Digest.Span, check.Algorithm, check.Signature.Span);
        }
    }
}
