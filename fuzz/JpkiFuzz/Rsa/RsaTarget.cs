using MyNumber.CardFuzz;
using MyNumber.Jpki.Rsa;

namespace MyNumber.JpkiFuzz.Rsa;

/// <summary>The managed RSA arithmetic on each of its roads: powers against the big integers, whole verifications of mutated signatures against the platform.</summary>
public sealed class RsaTarget : IFuzzTarget
{
    private const int VerificationOnceIn = 8;

    private readonly RsaRoad[] _roads = [.. Enum.GetValues<RsaRoad>().Where(RsaRoads.IsSupported)];
    private readonly Dictionary<string, long> _seen = [];
    private long _judged;

    public string Name => "rsa";

    public long Judged => Interlocked.Read(ref _judged);

    /// <summary>How often each kind of case came.</summary>
    public IReadOnlyDictionary<string, long> Seen => _seen;

    public void Run(ulong seed, long count)
    {
        FuzzRandom random = new(seed);
        PowerCases powers = new(_roads, random);
        using VerificationCases verifications = new(_roads, random);
        for (long i = 0; i < count; i++)
        {
            string kind = random.OneIn(VerificationOnceIn) ? verifications.JudgeNext() : powers.JudgeNext();
            _seen[kind] = _seen.GetValueOrDefault(kind) + 1;
            Interlocked.Increment(ref _judged);
        }
    }

    public string Summary() => $"{Judged:N0} cases on {string.Join(" and ", _roads)}: {string.Join(", ", _seen.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => $"{row.Key} {row.Value:N0}"))}.";
}
