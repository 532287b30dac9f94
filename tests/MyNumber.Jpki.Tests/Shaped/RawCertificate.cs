using System.Formats.Asn1;
using System.Security.Cryptography;

namespace MyNumber.Jpki.Tests.Shaped;

/// <summary>Every part of a certificate as bytes, so that each can be made wrong and the whole still be signed.</summary>
internal sealed record RawCertificate
{
    public static readonly byte[] Sha256WithRsa = Convert.FromHexString("300D06092A864886F70D01010B0500");

    /// <summary>Contents of the version's INTEGER; <see langword="null"/> leaves it out.</summary>
    public byte? Version { get; init; } = 2;

    /// <summary>Contents of the serial's INTEGER.</summary>
    public byte[] Serial { get; init; } = [0x01, 0x22, 0x33, 0x44];

    public byte[] InnerAlgorithm { get; init; } = Sha256WithRsa;

    public byte[] OuterAlgorithm { get; init; } = Sha256WithRsa;

    public required byte[] Issuer { get; init; }

    public byte[] NotBefore { get; init; } = RawParts.Time(0x17, "250402030405Z");

    public byte[] NotAfter { get; init; } = RawParts.Time(0x17, "300401145959Z");

    public required byte[] Subject { get; init; }

    public required byte[] PublicKey { get; init; }

    public required IReadOnlyList<RawExtension> Extensions { get; init; }

    /// <summary>The same with one extension changed.</summary>
    public RawCertificate Change(string oid, Func<RawExtension, RawExtension> change) =>
        this with { Extensions = [.. Extensions.Select(extension => extension.Oid == oid ? change(extension) : extension)] };

    public RawCertificate WithValue(string oid, byte[] value) => Change(oid, extension => extension with { Value = value });

    public RawCertificate Without(string oid) => this with { Extensions = [.. Extensions.Where(extension => extension.Oid != oid)] };

    public RawCertificate Plus(string oid, bool critical, byte[] value) => this with { Extensions = [.. Extensions, new RawExtension(oid, critical, value)] };

    /// <summary>The certificate, signed with RSA PKCS#1 and SHA-256 whatever the algorithms say.</summary>
    public byte[] SignBy(RSA key)
    {
        byte[] tbs = RawParts.Wrap(0x30, [.. Head(), .. RawParts.Wrap(0xA3, RawParts.Wrap(0x30, [.. Extensions.SelectMany(Encode)]))]);
        byte[] signature = key.SignData(tbs, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return RawParts.Wrap(0x30, [.. tbs, .. OuterAlgorithm, .. RawParts.Wrap(0x03, [0, .. signature])]);
    }

    private byte[] Head() =>
    [
        .. Version is { } version ? RawParts.Wrap(0xA0, RawParts.Wrap(0x02, [version])) : [],
        .. RawParts.Wrap(0x02, Serial),
        .. InnerAlgorithm,
        .. Issuer,
        .. RawParts.Wrap(0x30, [.. NotBefore, .. NotAfter]),
        .. Subject,
        .. PublicKey,
    ];

    private static byte[] Encode(RawExtension extension)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(extension.Oid);
        byte[] critical = extension.Critical ? [0x01, 0x01, 0xFF] : [];
        return RawParts.Wrap(0x30, [.. writer.Encode(), .. critical, .. RawParts.Wrap(0x04, extension.Value)]);
    }
}
