using MyNumber.CardFuzz;
using MyNumber.Jpki.Rsa;

namespace MyNumber.JpkiFuzz.Rsa;

/// <summary>The managed RSA arithmetic on each of its roads: powers against the big integers, whole verifications of mutated signatures against the platform.</summary>
public sealed class RsaTarget : CountingTarget
{
    private const int VerificationOnceIn = 8;

    private readonly RsaRoad[] _roads = [.. Enum.GetValues<RsaRoad>().Where(RsaRoads.IsSupported)];

    public override string Name => "rsa";

    protected override string Where => $" on {string.Join(" and ", _roads)}";

    public override void Run(ulong seed, long count)
    {
        FuzzRandom random = new(seed);
        PowerCases powers = new(_roads, random);
        using VerificationCases verifications = new(_roads, random);
        Repeat(count, () => random.OneIn(VerificationOnceIn) ? verifications.JudgeNext() : powers.JudgeNext());
    }
}
