using MyNumber.CardFuzz;

namespace MyNumber.JpkiFuzz.Certificates;

/// <summary>Damaged certificates, lists and answers: readers and lints throw nothing, no changed certificate verifies, and a lint never calls acceptable what the reader refuses.</summary>
public sealed class CertificateTarget : CountingTarget
{
    public override string Name => "certificates";

    public override void Run(ulong seed, long count)
    {
        FuzzRandom random = new(seed);
        CertificateSeeds seeds = new();
        CertificateOracle oracle = new(seeds);
        Repeat(count, () => JudgeNext(random, seeds, oracle));
    }

    private static string JudgeNext(FuzzRandom random, CertificateSeeds seeds, CertificateOracle oracle)
    {
        byte[] other = random.Pick(seeds.Certificates);
        return random.Below(4) switch
        {
            0 => Judge(Mutations.Damage(random, seeds.List, other), oracle.JudgeList),
            1 => Judge(Mutations.Damage(random, seeds.Answer, other), oracle.JudgeAnswer),
            _ => Judge(Mutations.Damage(random, random.Pick(seeds.Certificates), other), oracle.JudgeCertificate),
        };
    }
}
