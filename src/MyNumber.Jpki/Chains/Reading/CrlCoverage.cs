using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Chains.Reading;

/// <summary>issuingDistributionPoint (RFC 5280 §5.2.5): which certificates and reasons a list speaks of. Without the extension: all of its issuer.</summary>
internal sealed class CrlCoverage
{
    public DistributionPointName? Name { get; private init; }

    public bool UsersOnly { get; private init; }

    public bool AuthoritiesOnly { get; private init; }

    public bool AttributesOnly { get; private init; }

    public bool IsIndirect { get; private init; }

    public int Reasons { get; private init; } = ReasonMask.All;

    /// <summary>The extension's bytes, for base and delta must have the same; empty without it.</summary>
    public ReadOnlyMemory<byte> Encoded { get; private init; }

    public static CrlCoverage Full { get; } = new();

    public static CrlCoverage Read(ref DerReader value)
    {
        ReadOnlyMemory<byte> encoded = value.ReadEncoded();
        DerReader point = new DerReader(encoded).ReadSequence();
        CrlCoverage coverage = new()
        {
            Encoded = encoded,
            Name = point.NextIs(DerTags.Context(0)) ? DistributionPointName.Read(ref point) : null,
            UsersOnly = ReadFlag(ref point, 1),
            AuthoritiesOnly = ReadFlag(ref point, 2),
            Reasons = point.NextIs(DerTags.Context(3)) ? ReasonMask.Read(ref point, 3) : ReasonMask.All,
            IsIndirect = ReadFlag(ref point, 4),
            AttributesOnly = ReadFlag(ref point, 5),
        };
        point.End();
        return coverage;
    }

    private static bool ReadFlag(ref DerReader point, int number) =>
        point.NextIs(DerTags.Context(number)) && point.ReadBoolean(DerTags.Context(number));
}
