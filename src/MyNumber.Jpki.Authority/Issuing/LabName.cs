using System.Formats.Asn1;

namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>A distinguished name in the encoding that JPKI uses: attributes in the given order, one to an RDN, C as PrintableString and the rest as UTF8String.</summary>
/// <remarks>Immutable and thread safe. Written by hand because the platform's name builder reverses the order (project research notes on JPKI, §1.2, confirmed).</remarks>
public sealed class LabName
{
    private readonly NameAttribute[] _attributes;

    /// <summary>Encodes the attributes in the given order.</summary>
    /// <param name="attributes">At least one attribute, outermost first.</param>
    /// <exception cref="ArgumentException">No attribute, or a country that is not printable.</exception>
    public LabName(params IEnumerable<NameAttribute> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        _attributes = [.. attributes];
        if (_attributes.Length == 0)
        {
            throw new ArgumentException("A name has at least one attribute.", nameof(attributes));
        }

        Encoded = Encode(_attributes);
    }

    /// <summary>The Name, DER, outer SEQUENCE included.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>The attributes in order.</summary>
    public IReadOnlyList<NameAttribute> Attributes => _attributes;

    private static byte[] Encode(NameAttribute[] attributes)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (NameAttribute attribute in attributes)
            {
                WriteRdn(writer, attribute);
            }
        }

        return writer.Encode();
    }

    private static void WriteRdn(AsnWriter writer, NameAttribute attribute)
    {
        UniversalTagNumber text = attribute.Type == NameAttribute.CountryType ? UniversalTagNumber.PrintableString : UniversalTagNumber.UTF8String;
        using (writer.PushSetOf())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(attribute.Type);
            writer.WriteCharacterString(text, attribute.Value);
        }
    }
}
