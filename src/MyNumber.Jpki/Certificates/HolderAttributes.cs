using System.Diagnostics;
using MyNumber.Numbering.People;

namespace MyNumber.Jpki.Certificates;

/// <summary>What the signature certificate says of its holder: the four attributes (基本4情報) and which characters are substitutes (代替文字).</summary>
/// <remarks>Source: research notes on subjectAltName, otherNames 1.2.392.200149.8.5.5.1 to .6, confirmed by several cards. Matched by OID, never by position. Masked in <see cref="ToString"/>.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class HolderAttributes
{
    /// <summary>Most characters (code points) of an address (住所) by the profile; one source says so, so the lint warns and reading does not refuse.</summary>
    public const int LongestAddress = 200;

    /// <summary>Holds attributes and flags.</summary>
    /// <param name="attributes">The four attributes.</param>
    /// <param name="nameSubstitutes">One <c>0</c> or <c>1</c> for each character (code point) of the name, the space counted; <see langword="null"/> for all <c>0</c>.</param>
    /// <param name="addressSubstitutes">The same for the address.</param>
    /// <exception cref="ArgumentException">The flags do not fit the text.</exception>
    public HolderAttributes(FourAttributes attributes, string? nameSubstitutes = null, string? addressSubstitutes = null)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        Attributes = attributes;
        NameSubstitutes = nameSubstitutes ?? new string('0', CountCharacters(attributes.Name));
        AddressSubstitutes = addressSubstitutes ?? new string('0', CountCharacters(attributes.Address));
        if (!AreFlagsOf(NameSubstitutes, attributes.Name) || !AreFlagsOf(AddressSubstitutes, attributes.Address))
        {
            throw new ArgumentException("One flag of 0 or 1 is needed for each character.");
        }
    }

    /// <summary>Name, address, birth date and sex as recorded.</summary>
    public FourAttributes Attributes { get; }

    /// <summary>One <c>0</c> or <c>1</c> for each character of the name; <c>1</c> means substituted.</summary>
    public string NameSubstitutes { get; }

    /// <summary>One <c>0</c> or <c>1</c> for each character of the address; <c>1</c> means substituted.</summary>
    public string AddressSubstitutes { get; }

    /// <summary>Where the name holds substitutes, in order; empty when it is as recorded in the residence record (住民票).</summary>
    public IReadOnlyList<SubstitutedCharacter> NameSubstitutions => SubstitutedCharacter.Find(Attributes.Name, NameSubstitutes);

    /// <summary>Where the address holds substitutes, in order.</summary>
    public IReadOnlyList<SubstitutedCharacter> AddressSubstitutions => SubstitutedCharacter.Find(Attributes.Address, AddressSubstitutes);

    /// <summary>Whether name or address holds a substitute, so that comparing them with other records needs a person or a variant table.</summary>
    public bool HasSubstitutes => NameSubstitutes.Contains('1', StringComparison.Ordinal) || AddressSubstitutes.Contains('1', StringComparison.Ordinal);

    /// <summary>Other names of the same arc that this version does not know, by OID, with the value as encoded. They are kept and do not invalidate the certificate.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Unrecognised { get; internal init; } = new Dictionary<string, ReadOnlyMemory<byte>>();

    /// <summary>A mask; no attribute is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "HolderAttributes(***)";

    internal static bool AreFlagsOf(string flags, string text) =>
        !flags.AsSpan().ContainsAnyExcept('0', '1') && flags.Length == CountCharacters(text);

    private static int CountCharacters(string text) => text.EnumerateRunes().Count();
}
