namespace MyNumber.Jpki.Asn1;

/// <summary>Finds a directoryName (RFC 5280 §4.2.1.6, choice [4], explicit) where JPKI puts one.</summary>
internal static class DirectoryNames
{
    /// <summary>The first directoryName of GeneralNames whose header was read already; empty when there is none.</summary>
    public static ReadOnlyMemory<byte> ReadFirst(ref DerReader generalNames) => ReadFirst(ref generalNames, out _);

    /// <summary>distributionPoint [0] → fullName [0] → the first directoryName [4], and how many there are; empty for another form.</summary>
    /// <exception cref="System.Formats.Asn1.AsnContentException">A flaw, or bytes behind the name.</exception>
    public static ReadOnlyMemory<byte> ReadDistributionPointName(ref DerReader distributionPoint, out int count)
    {
        count = 0;
        DerReader name = distributionPoint.ReadSequence(DerTags.ContextConstructed(0));
        if (!name.NextIs(DerTags.Context(0)))
        {
            return default;
        }

        DerReader fullName = name.ReadSequence(DerTags.ContextConstructed(0));
        name.End();
        return ReadFirst(ref fullName, out count);
    }

    private static ReadOnlyMemory<byte> ReadFirst(ref DerReader generalNames, out int count)
    {
        ReadOnlyMemory<byte> found = default;
        for (count = 0; generalNames.HasData;)
        {
            if (!generalNames.NextIs(DerTags.Context(4)))
            {
                generalNames.ReadEncoded();
                continue;
            }

            DerReader wrapper = generalNames.ReadSequence(DerTags.ContextConstructed(4));
            ReadOnlyMemory<byte> name = wrapper.ReadEncoded();
            wrapper.End();
            found = count++ == 0 ? name : found;
        }

        return found;
    }
}
