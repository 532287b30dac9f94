using MyNumber.CardFuzz;
using MyNumber.Jpki;
using MyNumber.Jpki.Pdf;
using static MyNumber.JpkiFuzz.Rule;

namespace MyNumber.JpkiFuzz.Pdf;

/// <summary>Damaged signed PDF files, half by bytes and half by structure: nothing throws, and a signature that holds is over what was signed.</summary>
public sealed class PdfTarget : CountingTarget
{
    public override string Name => "pdf";

    public override void Run(ulong seed, long count)
    {
        FuzzRandom random = new(seed);
        using PdfSeeds seeds = new();
        HashSet<string> signed = [.. seeds.Files.SelectMany(file => Valid(Verify(seeds, file))).Select(Text)];
        Demand(signed.Count == 4, "the seeds are refused", []);
        Repeat(count, () =>
        {
            byte[] file = random.Pick(seeds.Files);
            byte[] damaged = random.OneIn(2) ? Mutations.Damage(random, file, random.Pick(seeds.Files)) : PdfDamage.Apply(random, file);
            return Judge(damaged, input => Judge(seeds, signed, input));
        });
    }

    private static string Judge(PdfSeeds seeds, HashSet<string> signed, byte[] input)
    {
        PdfVerificationResult result = Verify(seeds, input);
        Demand(Valid(result).All(one => signed.Contains(Text(one))), "a content that was not signed holds", input);
        Demand(result.Signatures.All(one => (one.Outcome == VerificationOutcome.Valid) == (one.SignedRevision is not null)), "a refused signature shows what it covers", input);
        Demand(Valid(result).All(one => !one.FollowedBy.Contains(PdfUpdateKind.Change)), "a changed file holds", input);
        return result.Outcome == VerificationOutcome.Valid ? "accepted" : result.Reason.ToString();
    }

    /// <summary>The status source answers at once, so nothing is waited for.</summary>
    private static PdfVerificationResult Verify(PdfSeeds seeds, byte[] input) => seeds.Verifier.VerifyAsync(input).AsTask().GetAwaiter().GetResult();

    private static IEnumerable<PdfSignatureResult> Valid(PdfVerificationResult result) => result.Signatures.Where(one => one.Outcome == VerificationOutcome.Valid);

    private static string Text(PdfSignatureResult one) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(one.UnverifiedContent.Span));
}
