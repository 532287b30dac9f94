namespace MyNumber.Numbering.People;

/// <summary>Compares a name or an address, first as written, then folded further step by step, and tells at which step it came out the same and what was folded where.</summary>
internal static class TextComparison
{
    public static AttributeComparison Compare(PersonAttribute attribute, string form, string certificate, string? flags, ComparisonReach reach)
    {
        if (string.IsNullOrWhiteSpace(form) || string.IsNullOrWhiteSpace(certificate))
        {
            return new AttributeComparison(attribute, AttributeOutcome.CannotCompare);
        }

        if (string.Equals(form, certificate, StringComparison.Ordinal))
        {
            return new AttributeComparison(attribute, AttributeOutcome.Same);
        }

        if (TextFold.AreSame(form, certificate))
        {
            return new AttributeComparison(attribute, AttributeOutcome.SameWhenFolded, Places(attribute, form, certificate, FoldingKinds.Hyphen));
        }

        if (TextFold.AreSameButForSpaces(form, certificate))
        {
            return new AttributeComparison(attribute, AttributeOutcome.SameButForSpaces, Places(attribute, form, certificate, FoldingKinds.Space));
        }

        return CompareWithMarks(attribute, form, certificate, flags) ?? (reach == ComparisonReach.OtherForms
            ? CompareForms(attribute, form, certificate, flags)
            : new AttributeComparison(attribute, AttributeOutcome.Different));
    }

    private static AttributeComparison? CompareWithMarks(PersonAttribute attribute, string form, string certificate, string? flags) =>
        string.IsNullOrEmpty(flags) ? null
        : !SubstitutionFlags.Fit(flags, certificate) ? new AttributeComparison(attribute, AttributeOutcome.CannotCompare)
        : SubstitutionFlags.Explain(TextFold.Fold(form), TextFold.Fold(certificate), flags) ? new AttributeComparison(attribute, AttributeOutcome.PossiblySubstituted)
        : null;

    private static AttributeComparison CompareForms(PersonAttribute attribute, string form, string certificate, string? flags)
    {
        List<FormCharacter> left = Fold(attribute, form), right = Fold(attribute, certificate);
        if (attribute == PersonAttribute.Address && !AreSame(left, right))
        {
            RemoveOnePrefecture(left, right);
        }

        if (AreSame(left, right))
        {
            return new AttributeComparison(attribute, AttributeOutcome.SameInOtherForm, TextForm.Differences(form, left, certificate, right, left.Count));
        }

        if (attribute == PersonAttribute.Address && EndsAtNumber(left, right) is int length)
        {
            TextFolding ending = new(FoldingKinds.Building, PlaceOf(left, length), PlaceOf(right, length));
            return new AttributeComparison(attribute, AttributeOutcome.SameButForBuilding, [.. TextForm.Differences(form, left, certificate, right, length - 1), ending]);
        }

        bool marked = !string.IsNullOrEmpty(flags) && SubstitutionFlags.Explain(Characters(left), Characters(right), flags);
        return new AttributeComparison(attribute, marked ? AttributeOutcome.PossiblySubstituted : AttributeOutcome.Different);
    }

    private static List<FormCharacter> Fold(PersonAttribute attribute, string text) => attribute == PersonAttribute.Address ? TextForm.OfAddress(text) : TextForm.OfName(text);

    private static bool AreSame(List<FormCharacter> left, List<FormCharacter> right) => left.Count == right.Count && Common(left, right) == left.Count;

    private static int Common(List<FormCharacter> left, List<FormCharacter> right) => left.Zip(right).TakeWhile(pair => pair.First.Value == pair.Second.Value).Count();

    private static void RemoveOnePrefecture(List<FormCharacter> left, List<FormCharacter> right)
    {
        List<FormCharacter> shortLeft = [.. left], shortRight = [.. right];
        bool removesLeft = AddressForm.TryRemovePrefecture(shortLeft), removesRight = AddressForm.TryRemovePrefecture(shortRight);
        if (removesLeft != removesRight)
        {
            (List<FormCharacter> longer, List<FormCharacter> shorter) = removesLeft ? (left, shortLeft) : (right, shortRight);
            longer.Clear();
            longer.AddRange(shorter);
        }
    }

    // One is the beginning of the other, ends with its number, and the other goes on with a word: a lot number more is another place.
    private static int? EndsAtNumber(List<FormCharacter> left, List<FormCharacter> right)
    {
        int length = Common(left, right);
        (List<FormCharacter> shorter, List<FormCharacter> longer) = left.Count < right.Count ? (left, right) : (right, left);
        return length == shorter.Count && length < longer.Count && shorter[^1].IsDigit && !longer[length].IsDigit && longer[length].Value != '-' ? length : null;
    }

    private static int PlaceOf(List<FormCharacter> text, int at) => at < text.Count ? text[at].Index : text[^1].Index + 1;

    private static List<FoldedCharacter> Characters(List<FormCharacter> text) => [.. text.Skip(1).Select(each => new FoldedCharacter(each.Value, each.Index))];

    // A long-vowel sign typed as a hyphen inside of a word, and a space between two numbers, are ways of typing that the other forms keep apart.
    private static IReadOnlyList<TextFolding> Places(PersonAttribute attribute, string form, string certificate, FoldingKinds otherwise)
    {
        List<FormCharacter> left = Fold(attribute, form), right = Fold(attribute, certificate);
        int common = Common(left, right);
        return AreSame(left, right)
            ? TextForm.Differences(form, left, certificate, right, left.Count)
            : [.. TextForm.Differences(form, left, certificate, right, Math.Max(common - 1, 0)), new TextFolding(otherwise, PlaceOf(left, common), PlaceOf(right, common))];
    }
}
