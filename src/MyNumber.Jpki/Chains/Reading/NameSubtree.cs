using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Chains.Names;

namespace MyNumber.Jpki.Chains.Reading;

/// <summary>GeneralSubtree (RFC 5280 §4.2.1.10).</summary>
/// <param name="Root">Where the subtree begins.</param>
/// <param name="HasDistance">minimum or maximum is used, which no profile does and nothing here judges.</param>
internal sealed record NameSubtree(GeneralName Root, bool HasDistance)
{
    private const int Most = 256;

    public static List<NameSubtree> ReadAll(ref DerReader constraints, int tag)
    {
        List<NameSubtree> trees = [];
        if (!constraints.NextIs(DerTags.Context(tag)))
        {
            return trees;
        }

        DerReader list = constraints.ReadSequence(DerTags.ContextConstructed(tag));
        while (list.HasData)
        {
            DerReader tree = list.ReadSequence();
            GeneralName root = GeneralName.Read(ref tree);
            trees.Add(new NameSubtree(root, tree.HasData));
            DerReader.Require(trees.Count <= Most);
        }

        DerReader.Require(trees.Count != 0);
        return trees;
    }
}
