using MyNumber.CardFuzz;
using MyNumber.Jpki;

namespace MyNumber.JpkiFuzz.Pdf;

/// <summary>Signed PDF files, damaged by bytes and by structure, and with updates of which it is known whether they may follow: nothing throws, a signature that holds is over what was signed, and the answer
/// about an update is the right one.</summary>
public sealed class PdfTarget : CountingTarget
{
    public override string Name => "pdf";

    public override void Run(ulong seed, long count)
    {
        FuzzRandom random = new(seed);
        using PdfSeeds seeds = new();
        PdfOracle oracle = new(seeds);
        foreach (byte[] file in seeds.Files)
        {
            Rule.Demand(oracle.Judge(file) == PdfOracle.Accepted, "a seed is refused", file);
        }

        Repeat(count, () => random.Below(16) switch { 0 => Spoil(random, seeds, oracle), < 8 => Damage(random, seeds, oracle), _ => Update(random, seeds, oracle) });
    }

    private static string Damage(FuzzRandom random, PdfSeeds seeds, PdfOracle oracle)
    {
        byte[] file = random.Pick(seeds.Files);
        return Judge(random.OneIn(2) ? Mutations.Damage(random, file, random.Pick(seeds.Files)) : PdfDamage.Apply(random, file), oracle.Judge);
    }

    private static string Spoil(FuzzRandom random, PdfSeeds seeds, PdfOracle oracle) => Judge(PdfDamage.Spoil(random, random.Pick(seeds.Files)), input =>
    {
        string answer = oracle.Judge(input);
        Rule.Demand(answer == nameof(VerificationReason.SignatureInvalid), $"a spoilt signature is {answer}", input);
        return answer;
    });

    private static string Update(FuzzRandom random, PdfSeeds seeds, PdfOracle oracle)
    {
        PdfUpdate update = PdfUpdate.Make(random, random.Pick(seeds.Known), seeds.Detached);
        return Judge(update.File, input => oracle.Judge(input, update));
    }
}
