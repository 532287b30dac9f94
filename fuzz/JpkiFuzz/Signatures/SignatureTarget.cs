using MyNumber.CardFuzz;

namespace MyNumber.JpkiFuzz.Signatures;

/// <summary>Damaged CMS documents, timestamp tokens and answers, and JWS: nothing throws, nothing that was changed holds, and what is read can be written and read again.</summary>
public sealed class SignatureTarget : CountingTarget
{
    public override string Name => "signatures";

    public override void Run(ulong seed, long count)
    {
        FuzzRandom random = new(seed);
        using SignatureSeeds seeds = new();
        SignatureOracle oracle = new(seeds);
        Repeat(count, () => JudgeNext(random, seeds, oracle));
    }

    private static string JudgeNext(FuzzRandom random, SignatureSeeds seeds, SignatureOracle oracle)
    {
        byte[] other = random.Pick(seeds.Documents);
        return random.Below(4) switch
        {
            0 => Judge(Mutations.Damage(random, seeds.Token, other), oracle.JudgeToken),
            1 => Judge(Mutations.Damage(random, seeds.Response, other), oracle.JudgeResponse),
            2 => Judge(Mutations.Damage(random, seeds.Jws, seeds.Jws), oracle.JudgeJws),
            _ => Judge(Mutations.Damage(random, random.Pick(seeds.Documents), other), oracle.JudgeDocument),
        };
    }
}
