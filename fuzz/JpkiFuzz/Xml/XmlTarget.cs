using System.Text;
using MyNumber.CardFuzz;
using MyNumber.Jpki.Xml;

namespace MyNumber.JpkiFuzz.Xml;

/// <summary>Damaged signed XML, by bytes, by tags or by wrapping; half of it is signed again, and half is judged with signatures allowed elsewhere: nothing throws, and an accepted document hands out only what was signed.</summary>
public sealed class XmlTarget : CountingTarget
{
    private const int WriteEach = 16, WrapEach = 16;

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
            byte[] damaged = random.OneIn(WrapEach) ? XmlDamage.Wrap(random, texts[one], texts[other])
                : random.OneIn(2) ? Mutations.Damage(random, xml, seeds.Documents[other].Xml)
                : XmlDamage.Apply(random, texts[one], texts[other]);
            bool signsAgain = random.OneIn(2), isStrict = random.OneIn(2), writes = random.OneIn(WriteEach);
            return Judge(damaged, input =>
            {
                if (writes)
                {
                    XmlOracle.WriteAndReadAgain(input);
                }

                (byte[] judged, bool isSigned) = signsAgain ? resigner.Apply(input, expected) : (input, false);
                return oracle.Judge(judged, expected, isSigned, isStrict);
            });
        });
    }
}
