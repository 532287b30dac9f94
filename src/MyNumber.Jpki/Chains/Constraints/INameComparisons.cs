using MyNumber.Jpki.Chains.Names;

namespace MyNumber.Jpki.Chains.Constraints;

/// <summary>What constraints ask of the search that they belong to.</summary>
internal interface INameComparisons
{
    /// <summary>Pays for comparing so many names with so many trees, over all paths.</summary>
    bool TryCompare(int left, int right);

    /// <summary>Whether names that match so are taken as equal; by RFC 5280 §7.1 only where the caller asked for it.</summary>
    bool AreEqual(NameMatch match);
}
