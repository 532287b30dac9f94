using MyNumber.CardFuzz;
using MyNumber.Jpki.Xml;

namespace MyNumber.JpkiFuzz.Xml;

/// <summary>Damaged signed XML, half by bytes and half by tags: nothing throws, and an accepted document hands out only what was signed.</summary>
public sealed class XmlTarget : CountingTarget
{
    private const int WriteEach = 16;


    public override string Name => "xml";

    public override void Run(ulong seed, long count)
    {
        FuzzRandom random = new(seed);
        using XmlSeeds seeds = new();
        XmlOracle oracle = new(seeds);
        Repeat(count, () => JudgeNext(random, seeds, oracle));
    }

    private static string JudgeNext(FuzzRandom random, XmlSeeds seeds, XmlOracle oracle)
    {
        (byte[] xml, XmlExpectation expected) = random.Pick(seeds.Documents);
        byte[] other = random.Pick(seeds.Documents).Xml;
        byte[] damaged = random.OneIn(2) ? Mutations.Damage(random, xml, other) : XmlDamage.Apply(random, xml, other);
        bool writes = random.OneIn(WriteEach);
        return Judge(damaged, input =>
        {
            if (writes)
            {
                XmlOracle.WriteAndReadAgain(input);
            }

            return oracle.Judge(input, expected);
        });
    }
}
