namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>One attribute of a distinguished name; JPKI's names hold one attribute in each RDN.</summary>
/// <param name="Type">Attribute type, dotted OID.</param>
/// <param name="Value">Value as text. Country is written as PrintableString, every other type as UTF8String.</param>
public readonly record struct NameAttribute(string Type, string Value)
{
    internal const string CountryType = "2.5.4.6";

    /// <summary>countryName.</summary>
    /// <param name="value">Two letters.</param>
    /// <returns>The attribute.</returns>
    public static NameAttribute Country(string value) => new(CountryType, value);

    /// <summary>organizationName.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The attribute.</returns>
    public static NameAttribute Organization(string value) => new("2.5.4.10", value);

    /// <summary>organizationalUnitName.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The attribute.</returns>
    public static NameAttribute OrganizationalUnit(string value) => new("2.5.4.11", value);

    /// <summary>localityName.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The attribute.</returns>
    public static NameAttribute Locality(string value) => new("2.5.4.7", value);

    /// <summary>commonName.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The attribute.</returns>
    public static NameAttribute CommonName(string value) => new("2.5.4.3", value);
}
