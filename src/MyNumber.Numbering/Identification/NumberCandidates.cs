namespace MyNumber.Numbering.Identification;

/// <summary>The kinds that a text can be. The text is not kept.</summary>
public readonly struct NumberCandidates
{
    internal NumberCandidates(NumberKinds confirmed, NumberKinds possible)
    {
        Confirmed = confirmed;
        Possible = possible;
    }

    /// <summary>Kinds whose check digit is right by a published or well supported rule. A random text passes one in ten, so this is no proof of the kind.</summary>
    public NumberKinds Confirmed { get; }

    /// <summary>Kinds of this shape that have no check digit, or none whose rule is published.</summary>
    public NumberKinds Possible { get; }

    /// <summary>Both together.</summary>
    public NumberKinds All => Confirmed | Possible;
}
