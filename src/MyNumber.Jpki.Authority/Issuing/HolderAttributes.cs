using MyNumber.Numbering.People;

namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>The four attributes (基本4情報) as a signature certificate writes them, with the flags of substituted characters (代替文字情報).</summary>
/// <remarks>Immutable; <see cref="ToString"/> is masked.</remarks>
public sealed class HolderAttributes
{
    /// <summary>Holds attributes and flags.</summary>
    /// <param name="attributes">The four attributes.</param>
    /// <param name="nameSubstitutes">One <c>0</c> or <c>1</c> for each character (code point) of the name, the space counted; <see langword="null"/> for all <c>0</c>.</param>
    /// <param name="addressSubstitutes">The same for the address.</param>
    /// <exception cref="ArgumentException">The flags do not fit the text.</exception>
    public HolderAttributes(FourAttributes attributes, string? nameSubstitutes = null, string? addressSubstitutes = null)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        Attributes = attributes;
        NameSubstitutes = Flags(attributes.Name, nameSubstitutes, nameof(nameSubstitutes));
        AddressSubstitutes = Flags(attributes.Address, addressSubstitutes, nameof(addressSubstitutes));
    }

    /// <summary>The four attributes.</summary>
    public FourAttributes Attributes { get; }

    /// <summary>Flags of the name.</summary>
    public string NameSubstitutes { get; }

    /// <summary>Flags of the address.</summary>
    public string AddressSubstitutes { get; }

    /// <summary>A mask; no attribute is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "HolderAttributes(***)";

    private static string Flags(string text, string? given, string parameter)
    {
        int characters = text.EnumerateRunes().Count();
        string flags = given ?? new string('0', characters);
        return flags.Length == characters && !flags.AsSpan().ContainsAnyExcept('0', '1')
            ? flags
            : throw new ArgumentException("One flag of 0 or 1 for each character.", parameter);
    }
}
