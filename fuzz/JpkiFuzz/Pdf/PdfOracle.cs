using MyNumber.Jpki;
using MyNumber.Jpki.Pdf;
using static MyNumber.JpkiFuzz.Rule;

namespace MyNumber.JpkiFuzz.Pdf;

/// <summary>What every answer must keep. What was signed is known from the seeds and not asked of the verifier.</summary>
internal sealed class PdfOracle(PdfSeeds seeds)
{
    public const string Accepted = "accepted";

    /// <summary>The most that a small file may make the verifier allocate.</summary>
    private const long Ceiling = 16 * 1024 * 1024;

    private readonly (byte[] File, int Open, int Close)[] _signed = [.. seeds.Files.Select(file => (file, Hole(file).Open, Hole(file).Close))];

    /// <summary>Judges a file of which only the seeds are known.</summary>
    public string Judge(byte[] input)
    {
        PdfVerificationResult result = Verify(input);
        return result.Outcome == VerificationOutcome.Valid ? Accepted : result.Reason.ToString();
    }

    /// <summary>Judges a signed file behind which updates stand that are known to be harmless or not.</summary>
    public string Judge(byte[] input, PdfUpdate update)
    {
        PdfVerificationResult result = Verify(input, update.Signed);
        bool holds = result.Outcome == VerificationOutcome.Valid;
        Demand(update.IsHarmless || !result.Signatures.Take(update.IsHarmlessSinceSigning ? 1 : PdfLimits.Signatures).Any(one => one.Outcome == VerificationOutcome.Valid), "a changed file holds", input);
        Demand(!update.IsHarmless || (holds && result.Signatures.Count == (update.Signed is null ? 1 : 2)), "a harmless update is refused", input);
        return holds ? update.Signed is null ? "harmless update" : "harmless signature" : $"harmful update {result.Reason}";
    }

    /// <summary>The status source answers at once, so nothing is waited for.</summary>
    private PdfVerificationResult Verify(byte[] input, byte[]? more = null)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        PdfVerificationResult result = seeds.Verifier.VerifyAsync(input).AsTask().GetAwaiter().GetResult();
        Demand(GC.GetAllocatedBytesForCurrentThread() - before < Ceiling, "a small file costs much memory", input);
        Demand(result.Signatures.All(one => (one.Outcome == VerificationOutcome.Valid) == (one.SignedRevision is not null)), "a refused signature shows what it covers", input);
        Demand(result.Signatures.All(one => one.SignedRevision is not { } signed || _signed.Any(seed => IsSame(seed, signed.Span)) || (more is not null && IsSame((more, Hole(more).Open, Hole(more).Close), signed.Span))), "a content that was not signed holds", input);
        return result;
    }

    /// <summary>The same bytes but for the hole, which no signature covers.</summary>
    private static bool IsSame((byte[] File, int Open, int Close) seed, ReadOnlySpan<byte> signed) =>
        signed.Length == seed.File.Length && signed[..seed.Open].SequenceEqual(seed.File.AsSpan(0, seed.Open)) && signed[seed.Close..].SequenceEqual(seed.File.AsSpan(seed.Close));

    private static (int Open, int Close) Hole(byte[] file)
    {
        int open = file.AsSpan().LastIndexOf("/Contents <"u8) + 10;
        return (open, open + file.AsSpan(open).IndexOf((byte)'>') + 1);
    }
}
