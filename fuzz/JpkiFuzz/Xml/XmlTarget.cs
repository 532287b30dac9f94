using System.Text;
using MyNumber.CardFuzz;
using MyNumber.Jpki.Xml;

namespace MyNumber.JpkiFuzz.Xml;

/// <summary>Damaged signed XML, half by bytes and half by tags, and half of it signed again: nothing throws, and an accepted document hands out only what was signed.</summary>
public sealed class XmlTarget : CountingTarget
{
    private const int WriteEach = 16;

    public override string Name => "xml";

    public override void Run(ulong seed, long count)
    {
        FuzzRandom random = new(seed);
        using XmlSeeds seeds = new();
        XmlOracle oracle = new(seeds);
        XmlResigner resigner = new(seeds);
        string[] texts = [.. seeds.Documents.Select(document => Encoding.UTF8.GetString(document.Xml))];
        Repeat(count, () =>
        {
            int one = random.Below(texts.Length), other = random.Below(texts.Length);
            (byte[] xml, XmlExpectation expected) = seeds.Documents[one];
            byte[] damaged = random.OneIn(2) ? Mutations.Damage(random, xml, seeds.Documents[other].Xml) : XmlDamage.Apply(random, texts[one], texts[other]);
            bool signsAgain = random.OneIn(2), writes = random.OneIn(WriteEach);
            return Judge(damaged, input =>
            {
                if (writes)
                {
                    XmlOracle.WriteAndReadAgain(input);
                }

                return oracle.Judge(signsAgain ? resigner.Apply(input, expected) : input, expected, signsAgain);
            });
        });
    }
}
