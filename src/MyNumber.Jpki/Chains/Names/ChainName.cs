using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Chains.Names;

/// <summary>A Name (RFC 5280 §4.1.2.4) as bytes and in the canonical form in which §7.1 compares.</summary>
internal sealed class ChainName
{
    private const int MostParts = 64;

    private readonly List<ReadOnlyMemory<byte>> _encoded = [];
    private readonly List<string> _canonical = [];

    private ChainName(ReadOnlyMemory<byte> der) => Der = der;

    public ReadOnlyMemory<byte> Der { get; }

    /// <summary>No relative distinguished name at all.</summary>
    public bool IsEmpty => _encoded.Count == 0;

    /// <summary>Values of the attribute emailAddress (PKCS #9), to which constraints on mail addresses apply too (RFC 5280 §4.2.1.10).</summary>
    public List<string> MailAddresses { get; } = [];

    /// <exception cref="AsnContentException">It is no Name, or has more than 64 parts.</exception>
    public static ChainName Read(ref DerReader reader)
    {
        DerReader.Require(reader.NextIs(Asn1Tag.Sequence));
        return Parse(reader.ReadEncoded());
    }

    /// <exception cref="AsnContentException">It is no Name, or has more than 64 parts.</exception>
    public static ChainName Parse(ReadOnlyMemory<byte> der)
    {
        ChainName name = new(der);
        DerReader file = new(der);
        DerReader parts = file.ReadSequence();
        file.End();
        while (parts.HasData)
        {
            name.Add(parts.ReadEncoded());
        }

        return name;
    }

    /// <summary>The name of a relative distinguished name below another (RFC 5280 §4.2.1.13, nameRelativeToCRLIssuer).</summary>
    /// <param name="attributes">Contents of the SET.</param>
    public ChainName Below(ReadOnlyMemory<byte> attributes)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (ReadOnlyMemory<byte> part in _encoded)
            {
                writer.WriteEncodedValue(part.Span);
            }

            using (writer.PushSetOf())
            {
                DerReader members = new(attributes);
                while (members.HasData)
                {
                    writer.WriteEncodedValue(members.ReadEncoded().Span);
                }
            }
        }

        return Parse(writer.Encode());
    }

    public NameMatch Compare(ChainName other) =>
        Der.Span.SequenceEqual(other.Der.Span) ? NameMatch.Same
        : _canonical.SequenceEqual(other._canonical, StringComparer.Ordinal) ? NameMatch.InMeaning
        : NameMatch.Different;

    /// <summary>Whether this name stands at or below the root of a subtree.</summary>
    public NameMatch CompareAsMemberOf(ChainName root)
    {
        if (root._encoded.Count > _encoded.Count)
        {
            return NameMatch.Different;
        }

        NameMatch match = NameMatch.Same;
        for (int i = 0; i < root._encoded.Count && match != NameMatch.Different; i++)
        {
            bool same = _encoded[i].Span.SequenceEqual(root._encoded[i].Span);
            match = same ? match : _canonical[i] == root._canonical[i] ? NameMatch.InMeaning : NameMatch.Different;
        }

        return match;
    }

    private void Add(ReadOnlyMemory<byte> part)
    {
        DerReader attributes = new DerReader(part).ReadSet();
        List<string> canonical = [];
        DerReader.Require(attributes.HasData && _encoded.Count < MostParts);
        while (attributes.HasData)
        {
            DerReader attribute = attributes.ReadSequence();
            string type = attribute.ReadOid();
            string value = NameValues.Canonical(attribute.ReadEncoded(), out string? text);
            attribute.End();
            canonical.Add($"{type}={value.Length}:{value}");
            DerReader.Require(canonical.Count <= MostParts);
            if (type == Oids.EmailAddress)
            {
                MailAddresses.Add(text ?? string.Empty);
            }
        }

        canonical.Sort(StringComparer.Ordinal);
        _encoded.Add(part);
        _canonical.Add(string.Join('+', canonical));
    }
}
