using MyNumber.CardFuzz;

namespace MyNumber.JpkiFuzz.Signatures;

/// <summary>Damaged CMS documents, timestamp tokens and answers, and JWS: nothing throws, nothing that was changed holds, and what is read can be written and read again.</summary>
public sealed class SignatureTarget : IFuzzTarget
{
    private readonly Dictionary<string, long> _seen = [];
    private long _judged;

    public string Name => "signatures";

    public long Judged => Interlocked.Read(ref _judged);

    /// <summary>How often each kind of answer came.</summary>
    public IReadOnlyDictionary<string, long> Seen => _seen;

    public void Run(ulong seed, long count)
    {
        FuzzRandom random = new(seed);
        using SignatureSeeds seeds = new();
        SignatureOracle oracle = new(seeds);
        for (long i = 0; i < count; i++)
        {
            string kind = JudgeNext(random, seeds, oracle);
            _seen[kind] = _seen.GetValueOrDefault(kind) + 1;
            Interlocked.Increment(ref _judged);
        }
    }

    public string Summary() => $"{Judged:N0} cases: {string.Join(", ", _seen.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => $"{row.Key} {row.Value:N0}"))}.";

    private static string JudgeNext(FuzzRandom random, SignatureSeeds seeds, SignatureOracle oracle)
    {
        byte[] other = random.Pick(seeds.Documents), input = [];
        try
        {
            switch (random.Below(4))
            {
                case 0:
                    return oracle.JudgeToken(input = Mutations.Damage(random, seeds.Token, other));
                case 1:
                    return oracle.JudgeResponse(input = Mutations.Damage(random, seeds.Response, other));
                case 2:
                    return oracle.JudgeJws(input = Mutations.Damage(random, seeds.Jws, seeds.Jws));
                default:
                    return oracle.JudgeDocument(input = Mutations.Damage(random, random.Pick(seeds.Documents), other));
            }
        }
        catch (Exception flaw) when (flaw is not FuzzFindingException)
        {
            throw new FuzzFindingException($"{flaw.GetType().Name} over {Convert.ToHexString(input)}", flaw);
        }
    }
}
