using System.Text;
using MyNumber.Numbering.People;

namespace MyNumber.Numbering.Issuing.Identity;

/// <summary>Finds people who may stand in the registers twice (重複調整), by the four attributes.</summary>
/// <remarks>
/// <para>Only when all four match may two records be taken for one person; name and birth date alone have joined strangers in practice (project research notes on
/// linkage, §1.8). So fewer than three matches are not reported, whatever the rest is: what cannot be compared does not match, nor does a birth date of which a part is
/// unknown. Nothing is ever merged here.</para>
/// <para>Candidates are records that share the birth date or the folded name; each pair is compared by <see cref="FourAttributesComparison"/>.</para>
/// </remarks>
public static class DuplicateDetector
{
    /// <summary>Compares current records with one another.</summary>
    /// <param name="records">The current version of each person.</param>
    /// <returns>Each pair once, in the order of the later record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null.</exception>
    public static IEnumerable<PossibleDuplicate> Find(IEnumerable<IdentityRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return FindPairs(records);
    }

    private static IEnumerable<PossibleDuplicate> FindPairs(IEnumerable<IdentityRecord> records)
    {
        Dictionary<string, List<IdentityRecord>> candidates = new(StringComparer.Ordinal);
        foreach (IdentityRecord record in records)
        {
            HashSet<Guid> compared = [record.Person];
            foreach (string key in KeysOf(record.Attributes))
            {
                if (!candidates.TryGetValue(key, out List<IdentityRecord>? alike))
                {
                    candidates.Add(key, alike = []);
                }

                foreach (IdentityRecord earlier in alike)
                {
                    if (compared.Add(earlier.Person) && Compare(earlier, record) is { } found)
                    {
                        yield return found;
                    }
                }

                alike.Add(record);
            }
        }
    }

    private static IEnumerable<string> KeysOf(FourAttributes attributes)
    {
        yield return "date " + attributes.BirthDate.ToCardForm();
        StringBuilder name = new("name ");
        foreach (FoldedCharacter character in TextFold.Fold(attributes.Name))
        {
            name.Append(character.Value).Append(',');
        }

        yield return name.ToString();
    }

    private static PossibleDuplicate? Compare(IdentityRecord one, IdentityRecord other)
    {
        FourAttributesComparison comparison = FourAttributesComparison.Compare(other.Attributes, one.Attributes);
        int differ = comparison.Rows.Count(row => row.Outcome == AttributeOutcome.Different);
        int match = comparison.Rows.Count(row => row.Outcome is AttributeOutcome.Same or AttributeOutcome.SameWhenFolded);
        DuplicateVerdict verdict = match == 4 ? DuplicateVerdict.AllFour
            : match == 3 && differ == 1 ? DuplicateVerdict.ThreeOfFour
            : match == 3 ? DuplicateVerdict.Incomplete
            : DuplicateVerdict.None;
        return verdict == DuplicateVerdict.None ? null : new PossibleDuplicate(one.Person, other.Person, verdict, comparison);
    }
}
