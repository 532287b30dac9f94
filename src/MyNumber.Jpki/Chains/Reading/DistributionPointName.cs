using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Chains.Names;

namespace MyNumber.Jpki.Chains.Reading;

/// <summary>DistributionPointName (RFC 5280 §4.2.1.13): names, or one part below the issuer of the list.</summary>
internal sealed class DistributionPointName
{
    private readonly IReadOnlyList<GeneralName> _fullName;
    private readonly ReadOnlyMemory<byte> _relative;

    private DistributionPointName(IReadOnlyList<GeneralName> fullName, ReadOnlyMemory<byte> relative)
    {
        _fullName = fullName;
        _relative = relative;
    }

    public static DistributionPointName Of(ChainName name) => new([GeneralName.Of(name)], default);

    /// <summary>[0] EXPLICIT, since it is a choice.</summary>
    public static DistributionPointName Read(ref DerReader reader)
    {
        DerReader wrapper = reader.ReadSequence(DerTags.ContextConstructed(0));
        if (wrapper.NextIs(DerTags.Context(0)))
        {
            DerReader names = wrapper.ReadSequence(DerTags.ContextConstructed(0));
            wrapper.End();
            return new DistributionPointName(GeneralName.ReadAll(ref names), default);
        }

        DerReader.Require(wrapper.NextIs(DerTags.Context(1)));
        ReadOnlyMemory<byte> relative = wrapper.ReadSequenceContents(DerTags.ContextConstructed(1));
        wrapper.End();
        DerReader.Require(!relative.IsEmpty);
        return new DistributionPointName([], relative);
    }

    /// <summary>The names that this stands for; none where the part below the issuer makes no name.</summary>
    /// <param name="issuer">Who issues the list.</param>
    public IReadOnlyList<GeneralName> NamesUnder(ChainName issuer)
    {
        if (_relative.IsEmpty)
        {
            return _fullName;
        }

        try
        {
            return [GeneralName.Of(issuer.Below(_relative))];
        }
        catch (AsnContentException)
        {
            return [];
        }
    }
}
