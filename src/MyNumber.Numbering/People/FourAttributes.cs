using System.Diagnostics;

namespace MyNumber.Numbering.People;

/// <summary>The four attributes (基本4情報): name, address, birth date and sex, from a card, a certificate or an application form alike.</summary>
/// <remarks>Immutable and thread safe. Text is kept exactly as recorded; nothing is folded or normalised here. <see cref="ToString"/> is masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class FourAttributes
{
    /// <summary>Holds the four attributes as given.</summary>
    /// <param name="name">Name (氏名); family and given name are separated by U+3000 in card and certificate.</param>
    /// <param name="address">Address (住所) from the prefecture on, no postal code.</param>
    /// <param name="birthDate">Birth date (生年月日).</param>
    /// <param name="sex">Sex (性別).</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="address"/> is null.</exception>
    public FourAttributes(string name, string address, BirthDate birthDate, Sex sex)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(address);
        Name = name;
        Address = address;
        BirthDate = birthDate;
        Sex = sex;
    }

    /// <summary>Name (氏名) as recorded.</summary>
    public string Name { get; }

    /// <summary>Address (住所) as recorded.</summary>
    public string Address { get; }

    /// <summary>Birth date (生年月日).</summary>
    public BirthDate BirthDate { get; }

    /// <summary>Sex (性別).</summary>
    public Sex Sex { get; }

    /// <summary>A mask; no attribute is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "FourAttributes(***)";
}
