using MyNumber.CardFuzz;

namespace MyNumber.JpkiFuzz.Certificates;

/// <summary>Damaged certificates, lists and answers: readers and lints throw nothing, no changed certificate verifies, and a lint never calls acceptable what the reader refuses.</summary>
public sealed class CertificateTarget : IFuzzTarget
{
    private readonly Dictionary<string, long> _seen = [];
    private long _judged;

    public string Name => "certificates";

    public long Judged => Interlocked.Read(ref _judged);

    /// <summary>How often each kind of answer came.</summary>
    public IReadOnlyDictionary<string, long> Seen => _seen;

    public void Run(ulong seed, long count)
    {
        FuzzRandom random = new(seed);
        CertificateSeeds seeds = new();
        CertificateOracle oracle = new(seeds);
        for (long i = 0; i < count; i++)
        {
            string kind = JudgeNext(random, seeds, oracle);
            _seen[kind] = _seen.GetValueOrDefault(kind) + 1;
            Interlocked.Increment(ref _judged);
        }
    }

    public string Summary() => $"{Judged:N0} cases: {string.Join(", ", _seen.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => $"{row.Key} {row.Value:N0}"))}.";

    private static string JudgeNext(FuzzRandom random, CertificateSeeds seeds, CertificateOracle oracle)
    {
        byte[] other = random.Pick(seeds.Certificates), input = [];
        try
        {
            switch (random.Below(4))
            {
                case 0:
                    return oracle.JudgeList(input = Mutations.Damage(random, seeds.List, other));
                case 1:
                    return oracle.JudgeAnswer(input = Mutations.Damage(random, seeds.Answer, other));
                default:
                    return oracle.JudgeCertificate(input = Mutations.Damage(random, random.Pick(seeds.Certificates), other));
            }
        }
        catch (Exception flaw) when (flaw is not FuzzFindingException)
        {
            throw new FuzzFindingException($"{flaw.GetType().Name} over {Convert.ToHexString(input)}", flaw);
        }
    }
}
