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
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="form"/> or <paramref name="certificate"/> is null.</exception>
    public static FourAttributesComparison Compare(
        FourAttributes form, FourAttributes certificate, string? nameSubstitutions = null, string? addressSubstitutions = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(certificate);
        return new FourAttributesComparison(
            new(PersonAttribute.Name, CompareText(form.Name, certificate.Name, nameSubstitutions)),
            new(PersonAttribute.Address, CompareText(form.Address, certificate.Address, addressSubstitutions)),
            new(PersonAttribute.BirthDate, CompareDates(form.BirthDate, certificate.BirthDate)),
            new(PersonAttribute.Sex, CompareSexes(form.Sex, certificate.Sex)));
    }

    /// <summary>Verdict, attributes and outcomes.</summary>
    /// <returns>One line without values.</returns>
    public override string ToString() => $"{Verdict} ({string.Join(", ", _rows)})";

    private static AttributeOutcome CompareText(string form, string certificate, string? flags)
    {
        if (string.IsNullOrWhiteSpace(form) || string.IsNullOrWhiteSpace(certificate))
        {
            return AttributeOutcome.CannotCompare;
        }

        if (string.Equals(form, certificate, StringComparison.Ordinal))
        {
            return AttributeOutcome.Same;
        }

        if (TextFold.AreSame(form, certificate))
        {
            return AttributeOutcome.SameWhenFolded;
        }

        if (TextFold.AreSameButForSpaces(form, certificate))
        {
            return AttributeOutcome.SameButForSpaces;
        }

        if (string.IsNullOrEmpty(flags))
        {
            return AttributeOutcome.Different;
        }

        return !SubstitutionFlags.Fit(flags, certificate) ? AttributeOutcome.CannotCompare
            : SubstitutionFlags.Explain(form, certificate, flags) ? AttributeOutcome.PossiblySubstituted
            : AttributeOutcome.Different;
    }

    private static AttributeOutcome CompareDates(BirthDate form, BirthDate certificate) =>
        !form.IsEraConsistent || !certificate.IsEraConsistent ? AttributeOutcome.CannotCompare
            : form == certificate ? AttributeOutcome.Same
            : AttributeOutcome.Different;

    private static AttributeOutcome CompareSexes(Sex form, Sex certificate) =>
        form is not (Sex.Male or Sex.Female) || certificate is not (Sex.Male or Sex.Female) ? AttributeOutcome.CannotCompare
            : form == certificate ? AttributeOutcome.Same
            : AttributeOutcome.Different;
}
