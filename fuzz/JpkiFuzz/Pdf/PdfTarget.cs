using MyNumber.CardFuzz;
using MyNumber.Jpki;
using MyNumber.Jpki.Pdf;

namespace MyNumber.JpkiFuzz.Pdf;

/// <summary>Damaged signed PDF files, half by bytes and half by structure: nothing throws, and a signature that holds is over what was signed.</summary>
public sealed class PdfTarget : IFuzzTarget
{
    private readonly Dictionary<string, long> _seen = [];
    private long _judged;

    public string Name => "pdf";

    public long Judged => Interlocked.Read(ref _judged);

    /// <summary>How often each kind of answer came.</summary>
    public IReadOnlyDictionary<string, long> Seen => _seen;

    public void Run(ulong seed, long count)
    {
        FuzzRandom random = new(seed);
        using PdfSeeds seeds = new();
        HashSet<string> signed = [.. seeds.Files.SelectMany(file => Valid(Verify(seeds, file))).Select(Text)];
        Demand(signed.Count == 4, "the seeds are refused", []);
        for (long i = 0; i < count; i++)
        {
            byte[] file = random.Pick(seeds.Files);
            byte[] input = random.OneIn(2) ? Mutations.Damage(random, file, random.Pick(seeds.Files)) : PdfDamage.Apply(random, file);
            string kind = Judge(seeds, signed, input);
            _seen[kind] = _seen.GetValueOrDefault(kind) + 1;
            Interlocked.Increment(ref _judged);
        }
    }

    public string Summary() => $"{Judged:N0} cases: {string.Join(", ", _seen.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => $"{row.Key} {row.Value:N0}"))}.";

    private static string Judge(PdfSeeds seeds, HashSet<string> signed, byte[] input)
    {
        try
        {
            PdfVerificationResult result = Verify(seeds, input);
            Demand(Valid(result).All(one => signed.Contains(Text(one))), "a content that was not signed holds", input);
            Demand(result.Signatures.All(one => (one.Outcome == VerificationOutcome.Valid) == (one.SignedRevision is not null)), "a refused signature shows what it covers", input);
            Demand(Valid(result).All(one => !one.FollowedBy.Contains(PdfUpdateKind.Change)), "a changed file holds", input);
            return result.Outcome == VerificationOutcome.Valid ? "accepted" : result.Reason.ToString();
        }
        catch (Exception flaw) when (flaw is not FuzzFindingException)
        {
            throw new FuzzFindingException($"{flaw.GetType().Name} over {Convert.ToHexString(input)}", flaw);
        }
    }

    /// <summary>The status source answers at once, so nothing is waited for.</summary>
    private static PdfVerificationResult Verify(PdfSeeds seeds, byte[] input) => seeds.Verifier.VerifyAsync(input).AsTask().GetAwaiter().GetResult();

    private static IEnumerable<PdfSignatureResult> Valid(PdfVerificationResult result) => result.Signatures.Where(one => one.Outcome == VerificationOutcome.Valid);

    private static string Text(PdfSignatureResult one) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(one.UnverifiedContent.Span));

    private static void Demand(bool condition, string rule, byte[] input)
    {
        if (!condition)
        {
            throw new FuzzFindingException($"{rule}: {Convert.ToHexString(input)}");
        }
    }
}
