namespace MyNumber.Jpki.Asn1;

/// <summary>Finds a directoryName (RFC 5280 §4.2.1.6, choice [4], explicit) where JPKI puts one.</summary>
internal static class DirectoryNames
{
    /// <summary>The first directoryName of GeneralNames whose header was read already; empty when there is none.</summary>
    public static ReadOnlyMemory<byte> ReadFirst(ref DerReader generalNames)
    {
        ReadOnlyMemory<byte> found = default;
        while (generalNames.HasData)
        {
            if (!generalNames.NextIs(DerTags.Context(4)) || !found.IsEmpty)
            {
                generalNames.ReadEncoded();
                continue;
            }

            DerReader wrapper = generalNames.ReadSequence(DerTags.ContextConstructed(4));
            found = wrapper.ReadEncoded();
            wrapper.End();
        }

        return found;
    }

    /// <summary>distributionPoint [0] → fullName [0] → directoryName [4]; empty for another form.</summary>
    public static ReadOnlyMemory<byte> ReadDistributionPointName(ref DerReader distributionPoint)
    {
        DerReader name = distributionPoint.ReadSequence(DerTags.ContextConstructed(0));
        if (!name.NextIs(DerTags.Context(0)))
        {
            return default;
        }

        DerReader fullName = name.ReadSequence(DerTags.ContextConstructed(0));
        return ReadFirst(ref fullName);
    }
}
