using System.Diagnostics;
using MyNumber.Numbering.People;

namespace MyNumber.Jpki.Certificates;

/// <summary>What the signature certificate says of its holder: the four attributes (基本4情報) and which characters are substitutes (代替文字).</summary>
/// <remarks>Source: research notes on subjectAltName, otherNames 1.2.392.200149.8.5.5.1 to .6, confirmed by several cards. Matched by OID, never by position. Masked in <see cref="ToString"/>.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class HolderAttributes
{
    internal HolderAttributes(FourAttributes attributes, string nameSubstitutes, string addressSubstitutes, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> unrecognised)
    {
        Attributes = attributes;
        NameSubstitutes = nameSubstitutes;
        AddressSubstitutes = addressSubstitutes;
        Unrecognised = unrecognised;
    }

    /// <summary>Name, address, birth date and sex as recorded.</summary>
    public FourAttributes Attributes { get; }

    /// <summary>One <c>0</c> or <c>1</c> for each character of the name; <c>1</c> means substituted.</summary>
    public string NameSubstitutes { get; }

    /// <summary>One <c>0</c> or <c>1</c> for each character of the address; <c>1</c> means substituted.</summary>
    public string AddressSubstitutes { get; }

    /// <summary>Other names of the same arc that this version does not know, by OID, with the value as encoded. They are kept and do not invalidate the certificate.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Unrecognised { get; }

    /// <summary>A mask; no attribute is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "HolderAttributes(***)";
}
