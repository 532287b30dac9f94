namespace MyNumber.Numbering.People;

/// <summary>The report of comparing an application form with a signature certificate (突合), one row for each of the four attributes.</summary>
/// <remarks>Immutable and thread safe. It holds outcomes only: no name, no address, no date can come out of it.</remarks>
public sealed class FourAttributesComparison
{
    private readonly AttributeComparison[] _rows;

    private FourAttributesComparison(params AttributeComparison[] rows)
    {
        _rows = rows;
        Verdict = rows.Any(row => row.Outcome == AttributeOutcome.Different) ? ComparisonVerdict.Mismatch
            : rows.All(row => row.Outcome is AttributeOutcome.Same or AttributeOutcome.SameWhenFolded) ? ComparisonVerdict.Match
            : rows.All(row => row.Outcome is AttributeOutcome.Same or AttributeOutcome.SameWhenFolded or AttributeOutcome.SameInOtherForm) ? ComparisonVerdict.MatchInOtherForm
            : ComparisonVerdict.NeedsClerk;
    }

    /// <summary>What the four rows come to.</summary>
    public ComparisonVerdict Verdict { get; }

    /// <summary>The rows, in the order of <see cref="PersonAttribute"/>.</summary>
    public IReadOnlyList<AttributeComparison> Rows => Array.AsReadOnly(_rows);

    /// <summary>The outcome of one attribute.</summary>
    /// <param name="attribute">Which one.</param>
    /// <returns>Its outcome.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such attribute.</exception>
    public AttributeOutcome this[PersonAttribute attribute] => Enum.IsDefined(attribute)
        ? _rows[(int)attribute].Outcome
        : throw new ArgumentOutOfRangeException(nameof(attribute));

    /// <summary>Compares. Neither side is changed.</summary>
    /// <param name="form">What the applicant wrote.</param>
    /// <param name="certificate">What the certificate holds.</param>
    /// <param name="nameSubstitutions">氏名代替文字情報: one <c>0</c> or <c>1</c> per character of the certificate's name; <see langword="null"/> or empty when there is none.</param>
    /// <param name="addressSubstitutions">住所代替文字情報, the same for the address.</param>
    /// <param name="reach">How far it goes before it calls two spellings different.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="form"/> or <paramref name="certificate"/> is null.</exception>
    public static FourAttributesComparison Compare(
        FourAttributes form, FourAttributes certificate, string? nameSubstitutions = null, string? addressSubstitutions = null, ComparisonReach reach = ComparisonReach.Typing)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(certificate);
        return new FourAttributesComparison(
            TextComparison.Compare(PersonAttribute.Name, form.Name, certificate.Name, nameSubstitutions, reach),
            TextComparison.Compare(PersonAttribute.Address, form.Address, certificate.Address, addressSubstitutions, reach),
            new(PersonAttribute.BirthDate, CompareDates(form.BirthDate, certificate.BirthDate)),
            new(PersonAttribute.Sex, CompareSexes(form.Sex, certificate.Sex)));
    }

    /// <summary>Verdict, attributes and outcomes.</summary>
    /// <returns>One line without values.</returns>
    public override string ToString() => $"{Verdict} ({string.Join(", ", _rows)})";

    private static AttributeOutcome CompareDates(BirthDate form, BirthDate certificate) =>
        (!form.IsFullyKnown || !certificate.IsFullyKnown) && (Contradict(form.Year, certificate.Year) || Contradict(form.Month, certificate.Month) || Contradict(form.Day, certificate.Day))
            ? AttributeOutcome.Different
            : !form.IsEraConsistent || !certificate.IsEraConsistent ? AttributeOutcome.CannotCompare
            : form == certificate ? AttributeOutcome.Same
            : AttributeOutcome.Different;

    // With parts unknown nothing can be the same, but what is known on both sides can differ.
    private static bool Contradict(int? one, int? other) => one is not null && other is not null && one != other;

    private static AttributeOutcome CompareSexes(Sex form, Sex certificate) =>
        form is not (Sex.Male or Sex.Female) || certificate is not (Sex.Male or Sex.Female) ? AttributeOutcome.CannotCompare
            : form == certificate ? AttributeOutcome.Same
            : AttributeOutcome.Different;
}
