using MyNumber.CardFuzz;
using MyNumber.Jpki.Xml;

namespace MyNumber.JpkiFuzz.Xml;

/// <summary>Damaged signed XML, half by bytes and half by tags: nothing throws, and an accepted document hands out only what was signed.</summary>
public sealed class XmlTarget : IFuzzTarget
{
    private const int WriteEach = 16;

    private readonly Dictionary<string, long> _seen = [];
    private long _judged;

    public string Name => "xml";

    public long Judged => Interlocked.Read(ref _judged);

    /// <summary>How often each kind of answer came.</summary>
    public IReadOnlyDictionary<string, long> Seen => _seen;

    public void Run(ulong seed, long count)
    {
        FuzzRandom random = new(seed);
        using XmlSeeds seeds = new();
        XmlOracle oracle = new(seeds);
        for (long i = 0; i < count; i++)
        {
            string kind = JudgeNext(random, seeds, oracle);
            _seen[kind] = _seen.GetValueOrDefault(kind) + 1;
            Interlocked.Increment(ref _judged);
        }
    }

    public string Summary() => $"{Judged:N0} cases: {string.Join(", ", _seen.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => $"{row.Key} {row.Value:N0}"))}.";

    private static string JudgeNext(FuzzRandom random, XmlSeeds seeds, XmlOracle oracle)
    {
        (byte[] xml, XmlExpectation expected) = random.Pick(seeds.Documents);
        byte[] other = random.Pick(seeds.Documents).Xml;
        byte[] input = random.OneIn(2) ? Mutations.Damage(random, xml, other) : XmlDamage.Apply(random, xml, other);
        try
        {
            if (random.OneIn(WriteEach))
            {
                XmlOracle.WriteAndReadAgain(input);
            }

            return oracle.Judge(input, expected);
        }
        catch (Exception flaw) when (flaw is not FuzzFindingException)
        {
            throw new FuzzFindingException($"{flaw.GetType().Name} over {Convert.ToHexString(input)}", flaw);
        }
    }
}
